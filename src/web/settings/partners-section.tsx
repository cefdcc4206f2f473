import { useState } from 'react';
import type { Settings } from '#contract/settings.js';
import { SideMark } from '#web/person/person.jsx';
import { PartnerDialog } from '#web/settings/partner-dialog.jsx';
import { Section } from '#web/settings/section.jsx';

type Partner = Settings['partners'][number];

/** Partner companies: the domains that put their mail on the partner's side, and their people. */
export function PartnersSection({ settings }: { settings: Settings }) {
  const [open, setOpen] = useState<Partner | 'new' | null>(null);
  return (
    <Section
      title="Partners"
      words="Whoever writes from a partner’s domain sits on the partner’s side. Nobody there needs an account."
    >
      {settings.partners.length === 0 ? null : (
        <table className="settings-table">
          <thead>
            <tr>
              <th>Partner</th>
              <th>Domains</th>
              <th>People</th>
              <th>
                <span className="hidden-words">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {settings.partners.map((partner) => (
              <tr key={partner.id}>
                <td className="leading strong">
                  <SideMark side="partner" />
                  {partner.name}
                </td>
                <td data-label="Domains">
                  <div>
                    {partner.domains.length === 0 ? (
                      <span className="missing">no domain yet</span>
                    ) : (
                      partner.domains.join(', ')
                    )}
                  </div>
                </td>
                <td data-label="People">
                  <div>
                    {partner.people.length === 0 ? (
                      <span className="third">as they write</span>
                    ) : (
                      partner.people.map((person) => person.name).join(', ')
                    )}
                  </div>
                </td>
                <td>
                  <button type="button" className="link" onClick={() => setOpen(partner)}>
                    Change<span className="hidden-words"> {partner.name}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="button mt-3" onClick={() => setOpen('new')}>
        Add a partner
      </button>
      {open === null ? null : (
        <PartnerDialog partner={open === 'new' ? null : open} close={() => setOpen(null)} />
      )}
    </Section>
  );
}
