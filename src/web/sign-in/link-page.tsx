import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { LinkSeen, Signed } from '#contract/session.js';
import { ask, tell } from '#web/door/ask.js';
import { Caps } from '#web/key/caps.jsx';
import { takeFocus } from '#web/shell/focus.js';
import { Failed, Loading } from '#web/shell/state.jsx';
import { Door } from '#web/sign-in/door.jsx';
import { useEnter } from '#web/sign-in/enter.js';
import { FirstAdmin } from '#web/sign-in/first-admin.jsx';
import { Said } from '#web/sign-in/sign-in-page.jsx';

const route = getRouteApi('/sign-in/link/$token');

/** Where a sign-in link leads. Opening it changes nothing, since mail programs open links too: the button signs in. */
export function LinkPage() {
  const { token } = route.useParams();
  const link = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: ({ signal }) => ask<LinkSeen>(`/sign-in/link/${encodeURIComponent(token)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.isError) return <Failed error={link.error} again={() => void link.refetch()} />;
  if (link.data === undefined) return <Loading />;
  if (link.data.state === 'first') return <FirstAdmin token={token} />;
  return link.data.state === 'good' ? (
    <Good token={token} link={link.data} />
  ) : (
    <Over token={token} link={link.data} />
  );
}

function Good({ token, link }: { token: string; link: LinkSeen }) {
  const enter = useEnter(`/sign-in/link/${encodeURIComponent(token)}`);
  return (
    <Door title="Sign in" lead={link.words}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({});
        }}
      >
        <button type="submit" className="button primary" disabled={enter.isPending} ref={takeFocus}>
          {link.email === null ? 'Sign in' : `Sign in as ${link.email}`} <Caps keys="enter" />
        </button>
        <Said error={enter.error} />
      </form>
    </Door>
  );
}

function Over({ token, link }: { token: string; link: LinkSeen }) {
  const fresh = useMutation<z.infer<typeof Signed>, Error, void>({
    mutationFn: () => tell(`/sign-in/link/${encodeURIComponent(token)}/fresh`, {}),
  });
  return (
    <Door
      title={link.state === 'used' ? 'This link has been used.' : 'This link has ended.'}
      lead={link.words}
    >
      <div className="stack">
        <button
          type="button"
          className="button primary"
          disabled={fresh.isPending || fresh.isSuccess}
          onClick={() => fresh.mutate()}
        >
          Send a fresh link
        </button>
        <p className="small">It goes to the address this one was made for, nowhere else.</p>
        <p role="status" className="strong empty:hidden">
          {fresh.data?.said}
        </p>
        <Said error={fresh.error} />
        <Link className="button" to="/sign-in">
          Sign in with the password
        </Link>
      </div>
    </Door>
  );
}
