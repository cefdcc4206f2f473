import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '#web/door/queries.js';
import { CompanySection, DomainsSection } from '#web/settings/company-section.jsx';
import { OwnSection } from '#web/settings/own-section.jsx';
import { PartnersSection } from '#web/settings/partners-section.jsx';
import { PeopleSection } from '#web/settings/people-section.jsx';
import { RulesSection } from '#web/settings/rules-section.jsx';
import { SettingsTabs } from '#web/settings/settings-tabs.jsx';
import { WeekSection } from '#web/settings/week-section.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';

/** The company's settings. The title is the gap, where there is one. */
export function CompanyPage() {
  const settings = useQuery(settingsQuery);
  return (
    <Shown read={settings}>
      {(answer) => (
        <>
          <Head title={answer.title} crumb="Settings" lead={answer.lead}>
            <SettingsTabs here="company" />
          </Head>
          <PeopleSection settings={answer} />
          <CompanySection settings={answer} />
          <DomainsSection settings={answer} />
          <WeekSection settings={answer} />
          <PartnersSection settings={answer} />
          <RulesSection settings={answer} />
          <OwnSection />
          <p className="small ruled px-[var(--gutter)] pt-4 pb-7">
            A field is saved when you leave it; undo takes it back. Every change is an entry on the record,
            with a name and a time. {answer.lastChange === null ? null : `Last: ${answer.lastChange}`}
          </p>
        </>
      )}
    </Shown>
  );
}
