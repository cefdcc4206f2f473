import { z } from '@hono/zod-openapi';
import type { Action } from '#actions/decision.js';
import { changeColleague } from '#actions/settings/colleague.js';
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
import { openOutgoing } from '#server/routes/outgoing.js';
import { openPeople } from '#server/routes/people.js';
import { openSettingsPage } from '#server/routes/settings-page.js';
import type { Rule } from '#server/rule.js';

type Change = {
  readonly method: 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
};

/** Opens the route of one change, and the action says yes or no. */
type Changing = <S extends z.ZodType, Asked>(
  change: Change,
  schema: S,
  action: Action<Asked>,
  asked: (said: z.output<S>, id: string) => Asked,
) => void;

const Nothing = z.object({});
const post = (path: string, summary: string): Change => ({ method: 'post', path, summary });
const patch = (path: string, summary: string): Change => ({ method: 'patch', path, summary });
const remove = (path: string, summary: string): Change => ({ method: 'delete', path, summary });

/** The settings: each call changes what it names. Only an admin changes the company. */
export function openSettings(doors: Doors, desk: Desk): void {
  openSettingsPage(doors, desk);
  openKeys(doors, desk);
  openPeople(doors, desk);
  openOutgoing(doors, desk);
  const inPerson = changing(doors, desk, 'admin in person');
  openCompany(inPerson);
  openColleagues(inPerson);
  openPartners(changing(doors, desk, 'admin or key of one'));
}

function openCompany(change: Changing): void {
  const { NameCompany, AddDomain, AddAddress, SetWeek, SetStandard } = shapes;
  change(post('company', 'Name the company.'), NameCompany, nameCompany, (said) => said);
  change(post('domains', 'Add a domain of our own.'), AddDomain, addDomain, (said) => said);
  change(remove('domains/{id}', 'Remove a domain.'), Nothing, removeDomain, (_, domain) => ({ domain }));
  change(post('addresses', 'Take mail in at a further address.'), AddAddress, addAddress, (said) => said);
  change(remove('addresses/{id}', 'Take no more mail in there.'), Nothing, removeAddress, (_, address) => ({
    address,
  }));
  change(post('week', 'Set the working week.'), SetWeek, setWeek, (week) => ({ person: null, week }));
  change(post('standard', 'Set the time to the first action.'), SetStandard, setStandard, (said) => said);
}

function openColleagues(change: Changing): void {
  const { ChangeColleague } = shapes;
  change(
    patch('people/{id}', 'Change what is known of a colleague.'),
    ChangeColleague,
    changeColleague,
    (said, id) => {
      const { week, ...further } = said;
      return { ...further, person: id as Id<'person'>, ...(week === undefined ? {} : { week }) };
    },
  );
}

function openPartners(change: Changing): void {
  const { AddPartner, ChangePartner, SetRule } = shapes;
  change(post('partners', 'Add a partner.'), AddPartner, addPartner, (said) => said);
  change(
    patch('partners/{id}', 'Change what is known of a partner.'),
    ChangePartner,
    changePartner,
    (said, id) => ({
      partner: id as Id<'partner'>,
      ...said,
    }),
  );
  change(
    post('rules', 'Say who gets an intro.'),
    SetRule,
    setRule,
    (said) => said as Parameters<typeof setRule.decide>[1],
  );
  change(remove('rules/{id}', 'Remove a routing rule.'), Nothing, removeRule, (_, rule) => ({
    rule: rule as Id<'rule'>,
  }));
}

function changing(doors: Doors, desk: Desk, rule: Rule): Changing {
  return ({ method, path, summary }, schema, action, asked) => {
    const withId = path.includes('{id}');
    const request = {
      ...(withId ? { params: z.object({ id: z.string() }) } : {}),
      ...(method === 'delete' ? {} : json(schema as z.ZodType)),
    };
    doors.open(
      rule,
      {
        method,
        path: `/api/v1/settings/${path}`,
        summary,
        request,
        responses: answers(Done, 'What was done'),
      },
      async (c) => {
        const id = withId ? (c.req.param('id') ?? '') : '';
        const said = (method === 'delete' ? {} : c.req.valid('json' as never)) as z.output<typeof schema>;
        const order = { action, asked: asked(said, id), body: { path, id, said } };
        return (await carryOut(c, desk, order)) as never;
      },
    );
  };
}
