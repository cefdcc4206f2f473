import { z } from '@hono/zod-openapi';
import type { Action } from '#actions/decision.js';
import { addColleague, changeColleague } from '#actions/settings/colleague.js';
import {
  addAddress,
  addDomain,
  nameCompany,
  removeAddress,
  removeDomain,
} from '#actions/settings/company.js';
import { addPartner, changePartner, removeRule, setRule } from '#actions/settings/partner.js';
import { setStandard, setWeek } from '#actions/settings/week.js';
import * as shapes from '#contract/settings.js';
import { Done } from '#contract/words.js';
import type { Id } from '#domain/id.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { openKeys } from '#server/routes/keys.js';
import { openSettingsPage } from '#server/routes/settings-page.js';

type Change = {
  readonly method: 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
};

/** The settings: each call changes what it names. Only an admin changes the company. */
export function openSettings(doors: Doors, desk: Desk): void {
  openSettingsPage(doors, desk);
  openKeys(doors, desk);
  const change = <S extends z.ZodType, Asked>(
    { method, path, summary }: Change,
    schema: S,
    action: Action<Asked>,
    asked: (said: z.output<S>, id: string) => Asked,
  ) => {
    const withId = path.includes('{id}');
    doors.open(
      'admin',
      {
        method,
        path: `/api/v1/settings/${path}`,
        summary,
        request: {
          ...(withId ? { params: z.object({ id: z.string() }) } : {}),
          ...(method === 'delete' ? {} : json(schema as z.ZodType)),
        },
        responses: answers(Done, 'What was done'),
      },
      async (c) => {
        const id = withId ? decodeURIComponent(c.req.param('id') ?? '') : '';
        const said = (method === 'delete' ? {} : c.req.valid('json' as never)) as z.output<S>;
        return (await carryOut(c, desk, {
          action,
          asked: asked(said, id),
          body: { path, id, said },
        })) as never;
      },
    );
  };
  const post = (path: string, summary: string): Change => ({ method: 'post', path, summary });
  const patch = (path: string, summary: string): Change => ({ method: 'patch', path, summary });
  const remove = (path: string, summary: string): Change => ({ method: 'delete', path, summary });
  const Nothing = z.object({});

  change(post('company', 'Name the company.'), shapes.NameCompany, nameCompany, (said) => said);
  change(post('domains', 'Add a domain of our own.'), shapes.AddDomain, addDomain, (said) => said);
  change(remove('domains/{id}', 'Remove a domain.'), Nothing, removeDomain, (_, domain) => ({ domain }));
  change(
    post('addresses', 'Take mail in at a further address.'),
    shapes.AddAddress,
    addAddress,
    (said) => said,
  );
  change(remove('addresses/{id}', 'Take no more mail in there.'), Nothing, removeAddress, (_, address) => ({
    address,
  }));
  change(post('week', 'Set the working week of the company.'), shapes.SetWeek, setWeek, (week) => ({
    person: null,
    week,
  }));
  change(
    post('standard', 'Set the time to the first action.'),
    shapes.SetStandard,
    setStandard,
    (said) => said,
  );
  change(post('people', 'Add a colleague.'), shapes.AddColleague, addColleague, (said) => said);
  change(
    patch('people/{id}', 'Change what is known of a colleague.'),
    shapes.ChangeColleague,
    changeColleague,
    ({ week, ...said }, id) => ({
      ...said,
      person: id as Id<'person'>,
      ...(week === undefined ? {} : { week }),
    }),
  );
  change(post('partners', 'Add a partner.'), shapes.AddPartner, addPartner, (said) => said);
  change(
    patch('partners/{id}', 'Change what is known of a partner.'),
    shapes.ChangePartner,
    changePartner,
    (said, id) => ({
      partner: id as Id<'partner'>,
      ...said,
    }),
  );
  change(
    post('rules', 'Say who gets an intro.'),
    shapes.SetRule,
    setRule,
    (said) => said as Parameters<typeof setRule.decide>[1],
  );
  change(remove('rules/{id}', 'Remove a routing rule.'), Nothing, removeRule, (_, rule) => ({
    rule: rule as Id<'rule'>,
  }));
}
