import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { settingsQuery } from '#web/door/queries.js';
import { gapsOf } from '#web/set-up/gaps.js';
import { CompanySection, DomainsSection } from '#web/settings/company-section.jsx';
import { OutgoingSection } from '#web/settings/outgoing-section.jsx';
import { PartnersSection } from '#web/settings/partners-section.jsx';
import { PeopleSection } from '#web/settings/people-section.jsx';
import { RulesSection } from '#web/settings/rules-section.jsx';
import { WeekSection } from '#web/settings/week-section.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';

/** Five minutes of set-up, from top to bottom. Each answer can wait; what waits is said where it is missed. */
export function SetUpPage() {
  const settings = useQuery(settingsQuery);
  return (
    <Shown read={settings}>
      {(answer) => {
        const gaps = gapsOf(answer);
        return (
          <>
            <Head
              title={gaps.length === 0 ? 'Baton is set up.' : 'Five minutes, and each answer can wait.'}
              crumb="Set-up"
              lead={
                gaps.length === 0
                  ? 'Forward one intro now.'
                  : `Still open: ${gaps.join(', ')}. Mail that comes before is kept, and read again after.`
              }
            >
              <Link to="/" className={`button ${gaps.length === 0 ? 'primary' : ''}`}>
                {gaps.length === 0 ? 'Go to Today' : 'The rest can wait'}
              </Link>
            </Head>
            <CompanySection settings={answer} />
            <DomainsSection settings={answer} />
            <WeekSection settings={answer} />
            <PeopleSection settings={answer} />
            <PartnersSection settings={answer} />
            <RulesSection settings={answer} />
            <OutgoingSection settings={answer} />
            <div className="ruled px-[var(--gutter)] py-5">
              <Link to="/" className="button primary">
                Go to Today
              </Link>
            </div>
          </>
        );
      }}
    </Shown>
  );
}
