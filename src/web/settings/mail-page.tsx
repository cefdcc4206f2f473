import { useQuery } from '@tanstack/react-query';
import type { Settings } from '#contract/settings.js';
import { settingsQuery } from '#web/door/queries.js';
import { AddressesSection } from '#web/settings/addresses-section.jsx';
import { KeysSection } from '#web/settings/keys-section.jsx';
import { OutgoingSection } from '#web/settings/outgoing-section.jsx';
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
          <OutgoingSection settings={answer} />
          <AddressesSection settings={answer} />
          <KeysSection settings={answer} />
        </>
      )}
    </Shown>
  );
}

function titleOf(settings: Settings): string {
  const { set, tried } = settings.outgoing;
  if (!set) return 'Mail comes in. Nothing goes out yet.';
  if (tried?.steps.some((step) => step.went === 'no')) return 'The last try to send mail failed.';
  if (tried?.arrived === false) return 'The mail of the last try did not arrive.';
  return tried?.arrived === true
    ? 'Mail comes in and goes out.'
    : 'Mail goes out. Whether it arrives is not known.';
}

function leadOf(settings: Settings): string {
  const count = settings.addresses.length;
  const keys = settings.keys.length;
  const addresses = count === 1 ? 'one address' : `${count} addresses`;
  return `Mail comes in at ${addresses}. ${keys === 0 ? 'No key is out.' : keys === 1 ? 'One key is out.' : `${keys} keys are out.`}`;
}
