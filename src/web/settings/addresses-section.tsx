import type { Settings } from '#contract/settings.js';
import { OneFieldForm } from '#web/settings/one-field-form.jsx';
import { Section } from '#web/settings/section.jsx';
import { Copy } from '#web/shell/copy.jsx';
import { useDo } from '#web/undo/do.js';

/** What people forward to, or put in Cc. */
export function AddressesSection({ settings }: { settings: Settings }) {
  const deed = useDo();
  return (
    <Section title="Intake addresses" words="What people forward to, or put in Cc.">
      <table className="settings-table">
        <thead>
          <tr>
            <th>Address</th>
            <th>How it gets here</th>
            <th>
              <span className="hidden-words">Do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {settings.addresses.map((address) => (
            <tr key={address.address}>
              <td className="leading mono">{address.address}</td>
              <td className="second" data-label="Comes">
                <div>{address.words}</div>
              </td>
              <td data-label="">
                {address.fixed ? (
                  <Copy words={address.address} />
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() =>
                      deed.mutate({
                        path: `/settings/addresses/${encodeURIComponent(address.address)}`,
                        method: 'DELETE',
                      })
                    }
                  >
                    Remove<span className="hidden-words"> {address.address}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <OneFieldForm
          label="Add an address"
          button="Add"
          type="email"
          width="280px"
          path="/settings/addresses"
          body={(address) => ({ address })}
          placeholder="another@northbeam.example"
        />
        <span className="small">
          Mail to any other address is refused with <span className="mono">550</span>.
        </span>
      </div>
    </Section>
  );
}
