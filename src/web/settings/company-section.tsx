import type { Settings } from '#contract/settings.js';
import { OneFieldForm } from '#web/settings/one-field-form.jsx';
import { SavedField } from '#web/settings/saved-field.jsx';
import { Section } from '#web/settings/section.jsx';
import { useDo } from '#web/undo/do.js';

/** What the company is called: the host lane carries the name. */
export function CompanySection({ settings }: { settings: Settings }) {
  return (
    <Section title="Company" words="What partners call you. Your lane carries the name.">
      <div className="fields">
        <SavedField
          label="Name"
          path="/settings/company"
          value={settings.company ?? ''}
          body={(company) => ({ company })}
          placeholder="Northbeam"
        />
      </div>
    </Section>
  );
}

/** Whose mail counts as ours. */
export function DomainsSection({ settings }: { settings: Settings }) {
  const deed = useDo();
  return (
    <Section
      title="Our domains"
      words="Whoever writes from these, or from a name below them, sits on your side."
    >
      <div className="flex flex-wrap items-center gap-1.5">
        {settings.domains.length === 0 ? null : (
          <ul className="contents">
            {settings.domains.map((domain) => (
              <li key={domain} className="chip">
                {domain}
                <button
                  type="button"
                  aria-label={`Remove ${domain}`}
                  onClick={() =>
                    deed.mutate({ path: `/settings/domains/${encodeURIComponent(domain)}`, method: 'DELETE' })
                  }
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <OneFieldForm
          label="Add a domain"
          button="Add"
          path="/settings/domains"
          body={(domain) => ({ domain })}
          placeholder="northbeam.example"
        />
      </div>
    </Section>
  );
}
