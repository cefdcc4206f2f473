import { useQuery } from '@tanstack/react-query';
import type { Settings } from '#contract/settings.js';
import { settingsQuery } from '#web/door/queries.js';
import { AddressesSection } from '#web/settings/addresses-section.jsx';
import { KeysSection } from '#web/settings/keys-section.jsx';
import { Section } from '#web/settings/section.jsx';
import { SettingsTabs } from '#web/settings/settings-tabs.jsx';
import { Head } from '#web/shell/head.jsx';
import { Shown } from '#web/shell/state.jsx';

/** Where mail comes in and goes out, and the keys that programs use. */
export function MailPage() {
  const settings = useQuery(settingsQuery);
  return (
    <Shown read={settings}>
      {(answer) => (
        <>
          <Head title={titleOf(answer)} crumb="Settings" lead={leadOf(answer)}>
            <SettingsTabs here="mail" />
          </Head>
          <Section
            title="Outgoing mail"
            words="For sign-in links and, later, follow-ups. It is set in the environment, where its password belongs."
          >
            <p className="flex items-baseline gap-2">
              {answer.outgoing.set ? null : <i className="side nobody" aria-hidden="true" />}
              <span className="max-w-[70ch]">{answer.outgoing.words}</span>
            </p>
          </Section>
          <AddressesSection settings={answer} />
          <KeysSection settings={answer} />
        </>
      )}
    </Shown>
  );
}

function titleOf(settings: Settings): string {
  return settings.outgoing.set ? 'Mail comes in and goes out.' : 'Mail comes in. Nothing goes out yet.';
}

function leadOf(settings: Settings): string {
  const count = settings.addresses.length;
  const keys = settings.keys.length;
  const addresses = count === 1 ? 'one address' : `${count} addresses`;
  return `Mail comes in at ${addresses}. ${keys === 0 ? 'No key is out.' : keys === 1 ? 'One key is out.' : `${keys} keys are out.`}`;
}
