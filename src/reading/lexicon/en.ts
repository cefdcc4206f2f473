import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const EN: Words = {
  introduces: phrases(`
    intro; intros; introduction; introducing; introduce you; introduce my; introduce our; introduce *; e-intro; email intro
    meet; please meet; you should meet; have you met; want you to meet; like you to meet
    connecting you; connect you; connecting the two of you; connect the two of you; connect you both; making this connection
    put you in touch; putting you in touch; put you two in touch; put you both in touch; putting you two; get you two talking
    put * in touch with; putting * in touch with; connect * with you; bring you together; bringing you together
    the two of you should (talk|speak|meet|connect); you two should (talk|speak|meet|connect); you should (talk|speak) to each other
    worth (a conversation|talking|a chat) between; looping in; pulling in; making this official
    someone you should (know|talk to|speak to); somebody you should (know|talk to|speak to)
    handing * over to you; hand * over to you; pass * on to you; passing * on to you; passing * your way; sending * your way
    deal registration; new opp for you; new opportunity for you; lead for you; referral for you; referring; refer * to you; got one for you
    wants to be introduced; asked me to introduce; asked for an introduction to you; asked me who; asked if i knew; asked whether i knew; adding you; adding * from; adding * here; adding * to this; adding * so; looping * in; bringing * in; i have added; i've added; referral was submitted; referral submitted; lead submitted; registering; register a deal; met a (woman|man|guy|lady|chap|founder|team|company); a (woman|man|guy|lady|chap|friend) called; (he|she|they) would be a good; might be a fit; might be a good fit`),
  handsOver: phrases(`
    in copy; on copy; copied; cc'd; cc'ed; in cc; on cc; cced; copying; (cc); cc here; copied here; copied in; ccing; cc'ing; added here
    over to you; all yours; yours if you want it; take it from here; take it from there; leave you to it; leave it with you; leave you two
    step out; bow out; get out of (the|your) way; moving myself to bcc; drop me from; drop me to bcc; no need to copy me
    in good hands; best person to talk to; right person; your best contact; reach (him|her|them) at; reach (him|her|them) on
    is expecting (you|your); expects your call; expecting your call; waiting for your; would love to hear from you; happy to hear from you
    get in touch with (him|her|them); reach out to (him|her|them); call (him|her|them); ring (him|her|them); write to (him|her|them)
    give (him|her|them) a (call|ring|shout|bell); speak to (him|her|them); talk to (him|her|them); get back to (him|her|them)
    set up (a|some) (call|time|meeting) with (him|her|them); (his|her|their) (mobile|cell|number|email|direct line) is
    told (him|her|them) (about|to expect); mentioned you to; mentioned (him|her|them) to you; as promised; who on your side; who should (he|she|they) (talk|speak)
    good fit for; perfect for you; up your street; your kind of; one for you; right up your; pass my details; do connect us; please connect us; yes please, connect us; introduce me; let me know who; (she|he|they) knows about it; knows you'll; knows you will`),
  contacts: phrases(
    `call (her|him|them); ring (her|him|them); phone (her|him|them); write to (her|him|them); email (her|him|them); mail (her|him|them); contact (her|him|them); reach (her|him|them); reach out to *; get in touch with; get back to (her|him|them); speak (to|with) (her|him|them); talk (to|with) (her|him|them); meet (her|him|them); offer (her|him|them); send (her|him|them); give (her|him|them) a; drop (her|him|them); you'd (ring|call|write); you would (ring|call|write); you'll (ring|call|write); suggest a time to; propose * to (her|him|them); you can reach; reachable on; reachable at; (his|her|their) (number|mobile|cell|email|direct line|contact); contact:; put the two of you in touch; expects your call; expecting your call; connect with (her|him|them); set up * with (her|him|them); ring * at; ring * on; call * at; call * on; call * in; speak to * at; talk to * at; contact * at; email * at; write to *; who * should (she|he|they) (talk|speak|write); should (she|he|they) (talk|speak) to; is expecting * call; expects * call; happy to take your call; give them my (number|details|mail); pass my details; pass on my details; pass * details; tell her * sent you; tell him * sent you; tell them * sent you`,
  ),
  offers: phrases(`
    happy to introduce; glad to introduce; can introduce; could introduce; would you like an intro; want an intro; want me to introduce
    shall i introduce; should i introduce; make the introduction; make an introduction; make the intro; make an intro; do the intro
    write the proper introduction; proper intro; open to an intro; ok if i introduce; okay to introduce; willing to meet you; willing to talk to you
    before i connect; before i introduce; before i put; worth an intro; interested in an intro; happy to connect you
  `),
  wants: phrases(`
    is looking for; are looking for; is looking to; are looking to; is looking at; are looking at; in the market for; is after; are after
    needs someone; need someone; needs somebody; need somebody; needs help; need help; needs a; need a; needs to; need to; in need of
    wants to talk; wants to speak; wants to see; wants to meet; wants to know; would like to talk; would like to speak; would like to meet; would like to see; would like to hear; would like to know
    asked me (for|who|about|whether|if); asked (us|about you) (for|who|about); keen to; interested in what you; interested in hearing; curious about
    has a project; have a project; live project; has a budget; have budget; has budget; open to a (call|conversation|chat); ready to buy; evaluating; shopping for; replacing; replace their; want to stop; wants to stop; want the; wants the; want a; wants a; has asked me; asked me last; asked me yesterday; asked me who; would want to see; want to see`),
  whyNow: phrases(`
    deadline; due on; due by; is due; has to be (done|in|live|ready|running) (by|before); must be (done|in|live|ready|running) (by|before); needs to be (in|live|ready|running|done)
    go live; go-live; goes live; renewal; renewals; renews; contract (ends|is up|expires|runs out); expires; expire; runs out; lapses; end of (life|support); sunset
    the board (wants|has|meets|decides|asked); audit; auditors; auditor; regulator; regulation; compliance date; comes into force; takes effect; inspection; inspectors
    before (the|their) (season|summer|winter|peak|holidays|harvest|launch|opening|audit|renewal|merger|migration|move|freeze|election|fair); in time for
    fiscal year; financial year; year end; year-end; budget cycle; use it or lose it; unspent; freeze; peak season; open enrollment; window; opens on; opening on; opening in; launches in; launch in
    another year; next season; this season; this time around; running out of time; the clock is ticking; now or never; urgent; urgently; time-sensitive; time is short; no time
    has told her; has told his; promised (the|her|his|their) (board|exec|ceo|cfo|investors); condition for; won't happen again; falls on; until then; by then; cutover; kick off; kick-off
    decide by; decision by; decision in; deciding in; decide in; wants to decide; going to tender; rfp (closes|is out|goes out); out of support; support ends; goes out of support; the board meets; budget closes; close the budget; money that has to be spent; has to be spent; grant; ends in; ends on; out of contract; up for renewal; up in`),
  credibility: phrases(`
    we've (worked|supplied|been|run|built|done|looked|known|supported|helped|had|managed|audited|served); we have (worked|supplied|been|run|built|done|looked|known|supported|helped|managed|audited|served)
    i've (worked|known|been|done|run|built|walked|seen|looked|trained|advised|had|helped|supported|sold); i have (worked|known|been|done|run|built|walked|seen|looked|trained|advised|had|helped|supported|sold)
    we (built|rebuilt|run|ran|do|did|manage|host|maintain|implemented|installed|audit|look after|placed|place|handle|operate|service|support|supply|sit) *
    i (run|ran|sit|look after|audit|advise|built|set up|trained|serve|served|chair|was) *
    (our|my) (client|customer|clients|customers) (since|for); client of (ours|mine); customer of (ours|mine); longtime client; long-standing client; old client; existing client; existing customer
    trusts (us|me|our|my); trust (us|me|our|my); trusts * read; listens to (us|me); takes my (calls|call|advice); relies on (us|me); knows (us|me) well; they know us; we know the
    are * (brokers|auditors|accountants|integrators|advisors|advisers|bankers|lawyers|agency|resellers); (their|her|his) (broker|accountant|auditor|advisor|adviser|integrator|lawyer|agency|msp|consultant) (since|for)
    worked (with|together|for) * (years|since|on); used to work (with|for|together); go back * years; goes back; known each other; for # years; for (two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) years; since #
    on (her|his|their) (board|advisory); ex-colleague; former colleague; same team; we were at; service contract; our team is on site; embedded with
  `),
  problem: phrases(`
    problem; problems; issue; issues; pain; struggle; struggling; struggles; trouble; headache; bottleneck; backlog; mess; nightmare; chaos
    down for; outage; outages; fails; failed; failing; failure; failures; breaks; broke; broken; crash; crashed; crashes; stuck; stalled; collapsing; falling over
    late; delayed; delays; too slow; slow; missed; miss the; misses; missing; behind schedule; overrun; overdue; waiting
    by hand; manual; manually; on paper; paper; spreadsheet; spreadsheets; excel; whatsapp; copy and paste; retype; retyping; re-key; rekeying; double entry; duplicate; duplicates; faxes; clipboards
    nobody (knows|could|can|noticed|sees); no one (knows|could|can|noticed|sees); no way (to|of); no idea; no visibility; cannot; can't; could not; couldn't; unable; don't (believe|trust|know|talk|match|agree); doesn't (scale|work|talk|match)
    lost; losing; lose; loses; leak; leaking; wrong; errors; error; mistakes; mistake; complaints; complained; complain; churn; turnover; fined; fines; fine of; penalty; penalties; docked; rejected; refused; detained; quarantined; recalled; injured; stolen; fraud
    already left; do not exist; don't exist; does not exist; out of date; outdated; obsolete; unsupported; end of life; legacy; aging; ageing; patched together; held together; homegrown; home-grown
    spends * hours; spend * hours; hours a (day|week|month); every (sunday|weekend|night|month end|evening); rework; wasted; wasting; overtime; short-staffed; understaffed; no cell signal; no signal; each does it; their own way
  `),
  expectsNext: phrases(`
    (she|he)'s expecting; (she|he|they) (is|are) expecting; is expecting; are expecting; expects; expect a; will expect; 'll expect; expecting a; expecting your
    (she|he) (wants|prefers|asked|asks|needs|hopes|insists); they (want|prefer|asked|ask|hope|insist); (would|'d) (like|prefer|love|want|appreciate|welcome|rather) *
    wants you to; wants to see; wants to hear; would like to see; would like to hear; would like a; likes to; only wants; asked for; is asking for; are asking for; wants a; want a; wants an; wants the
    hoping for; hoping to; happy to (take|do|join|meet|give|host|show); free for; open to a; ready for a; good next step; next step; one request; first step; start with; before (she|he|they) (sees|see|agrees|agree|signs|sign|commits|commit|meets|meet)
    not a demo; no demo; no slides; no deck; no webinar; not a pitch; no pitch; in person; in writing; on site; on-site; a visit; a walkthrough; a working session; a trial; a pilot; a poc; a proof of concept; a reference
  `),
  budget: phrases(`
    budget; set aside; signs off; sign-off; sign off; signs anything; approved; signed off; po limit; purchase order; funded; funding; money for; spend; spends; paying; pays; price tag; contract value; deal size; worth; saving; savings; save; shave; cost; costs; costing; revenue; arr; fee; fees
  `),
  size: phrases(`
    people; employees; staff; heads; seats; users; licences; licenses; hosts; servers; sites; stores; shops; branches; offices; locations; plants; factories; warehouses; vessels; ships; trucks; vehicles; vans; aircraft; beds; rooms; hotels; hospitals; clinics; schools; students; patients; members; customers; clients; dealers; dealerships; restaurants; properties; units; tenants; lines; machines; tickets; orders; invoices; claims; policies; workers; lone workers; drivers; engineers; technicians; agents; nurses; doctors; farms; acres; hectares; countries; states; regions; departments; entities; devices; endpoints; laptops; mailboxes; joiners; hires; contracts; transactions; shipments; parcels; containers; hours; data centers; data centres
  `),
  competitor: phrases(`
    also talking to; also talking with; talking to; also looking at; also speaking; in talks with; competing; competitor; competitors; competitive; incumbent; shortlist; shortlisted; short list; bake-off; bakeoff; rfp; tender; quote from; quotes from; quoted by; offer from; proposal from; pitched by; demo from; demo of; trial of; looked at; have seen; has seen; evaluated; evaluating; comparing; versus; instead of; moving off; moving away from; replacing; currently (use|using|on|with); using * today; are on *; other vendor; other vendors; another vendor; alternative; alternatives; bad experience with; burned by; already paying
  `),
  ask: phrases(`
    please; pls; plz; kindly; could you; can you; would you; will you; could one of you; can one of you; can somebody; could somebody; would you mind; let me know; let us know; let her know; let him know; tell me; tell us; keep me posted; keep me in the loop; make sure; be sure to; i'd ask you; i would ask you; i'd like you to; i would like you to; i need you to; we need you to; i'd appreciate; i would appreciate; would appreciate it if; would be grateful if; be grateful if; grateful if you; it would be (great|good|helpful) if you; if you could; you'll want to; you need to; you should; you must; you have to; have a think; sort out a; find a time; find time; your turn; what i need from you; i need from you; get back to; get her; get him; get them; send her; send him; send them; call her; call him; call them; ring her; ring him; give her; give him; drop her; drop him; reach out to; write to her; write to him; speak to her; speak to him; ping her; ping him
  `),
  dont: phrases(`
    don't; do not; please don't; please do not; never; no need to; not to; avoid; hold off; stay away from; leave out; keep * out of; not before
  `),
  promise: phrases(`
    i'll; i will; i shall; we'll; we will; we shall; i'm going to; we're going to; i am going to; i'm sending; we're sending; i'm bringing; i can send; i can bring; i can join; you'll have; you will have; you'll get * from me; will be with you; let me send; i promise; we promise; i'd send; will follow; on my list; i owe you; count on me; i plan to send; i aim to
  `),
  resell: phrases(`
    resell; resale; reseller; resellers; through us; via us; on our paper; our paper; paper through us; we'd (invoice|bill|contract|quote|sell|resell|price); we (invoice|bill|contract|quote|sell|resell|price); we would (invoice|bill|contract|quote|sell|resell); we'll (invoice|bill|contract|quote|resell|sell); contract (is|stays|runs|goes|sits) (with|through|via) us; partner price; partner pricing; channel price; channel pricing; reseller price; reseller discount; margin; mark-up; markup; wholesale; white label; white-label; buy from us; buys from us; bought through us; our order form; distributor price; distribution price; transfer price; your discount to us; deal reg discount; marketplace private offer
  `),
  coSell: phrases(`
    together; jointly; joint; co-sell; cosell; side by side; alongside; do the rollout; do the implementation; do the integration; handle the (rollout|implementation|integration|migration|data|services|install|delivery); we'd do the; we do the; we would do the; we'd (implement|integrate|install|deliver|roll out|run|build|stay); we'll (implement|integrate|install|deliver|roll out|run|build|stay); stay in this; stay in the deal; stay involved; stay on; stay close; on the first call; on the call with; on the calls; join the call; join you; be on the call; our services; our hours; our team would; split; two halves; your software; your licence; your license; your platform; you bring the; we bring the; we keep; still run; prime on; sub to
  `),
  referral: phrases(`
    step out; bow out; i'm out; out of it; out of the way; take it from here; take it from there; leave you to it; leave you two; leave it with you; over to you; all yours; no need to copy me; drop me; nothing in it for; referral; referral fee; finder's fee; finders fee; commission; ten percent; not our (trade|business|thing|line|area|field); isn't our (trade|business|thing|line); we don't do; we do not do; not what we do; conflict; can't act; conflicted out; just tell me how it (ended|went|goes); let me know how it goes; tell me how it goes; you two sort; don't need to be; no role for us; the rest is yours; keep me out
  `),
  thanks: phrases(`
    thank you; thanks; many thanks; thx; ty; much appreciated; appreciate it; appreciate the; appreciate you; grateful; cheers; owe you one; you're the best; very kind; great intro; brilliant; wonderful; legend
  `),
  scheduling: phrases(`
    works for me; works for us; work for me; works better; does * work; would * work; available; availability; free on; free at; free between; calendar; invite; invitation; reschedule; rescheduled; move our; move the call; push our; push the call; postpone; postponed; running late; dial-in; zoom link; teams link; meet link; see you on; see you at; see you then; speak then; talk then; talk on; book a slot; time slot; timeslot; accepted; declined; tentative; proposed new time; new time proposed; confirmed for; confirm the time; confirming our; can we do; can't make; cannot make; can no longer make; another time; same time; instead of * at; o'clock
  `),
  coldPitch: phrases(`
    i help; we help; i came across; came across your; i noticed; noticed that you; noticed your; i saw that; saw your; reaching out because; reaching out to; wanted to reach out; just reaching out; quick question; quick call; quick chat; brief call; 15 minutes; 15-minute; fifteen minutes; 20 minutes; ten minutes; 10 minutes; open to a quick; worth a (quick|short|brief|chat|conversation); book a demo; book a call; book a time; schedule a demo; grab a slot; my calendar link; calendly; qualified leads; qualified meetings; qualified intros; booked meetings; more leads; lead generation; lead gen; appointment setting; outbound; pipeline for; fill your pipeline; fill your calendar; grow your; boost your; increase your; double your; scale your; reduce your; cut your; roi; guarantee; guaranteed; no obligation; free trial; free audit; free consultation; case study; companies like yours; companies like; clients like; trusted by; not interested; not the right person; right person to; if you're not; point me to; bumping this; bump this; following up on my; circling back; any thoughts on my; did you see my; pay per; per intro; per meeting; pay only; risk-free; our platform; our solution; our agency; our team of; offshore; developers; seo; backlinks; guest post; list of attendees; attendee list; contact list; decision makers; decision-makers; c-level; introduce myself; introduce ourselves; my name is; i am with; i'm with; opt out; opt-out; no strings; ready-to-buy; ready to buy; just like you; a vendor like; team of #; make sense to; makes sense to; brief chat; short chat; short call; impressed by; was impressed; case studies; half the cost; fraction of the cost; share more; share some; happy to share; send you their names; can i send you; may i send you; cost-effective; dedicated team; top talent; specialize in; specialise in; we offer; we provide; we work with companies; demo of our; free * days; is this something; would this be; any interest; worth exploring; worth a look; ps. if; not a fit; last email; final email; breaking up; hiring; you're hiring; our fee; candidate; candidates; her cv; his cv; recruiter; recruiting; recruitment; headhunt~; our members; network of; saw you; saw you're; we run a network; introduce vendors; vendors like`),
  invoice: phrases(`
    invoice; invoices; invoice number; invoice no; amount due; total due; balance due; payment due; due date; payment terms; net 30; net 60; remit; remittance; pay by; bank details; bank transfer; iban; sort code; account number; vat; purchase order; po number; statement of account; overdue invoice; past due; credit note; receipt; payment received; attached invoice; billing period; subtotal
  `),
  newsletter: phrases(`
    unsubscribe; view in browser; view this email; view online; newsletter; this week in; this month in; in this issue; monthly update; weekly update; monthly roundup; digest; webinar; register now; register today; save your seat; read more; learn more; click here; manage preferences; update your preferences; email preferences; you are receiving this; you're receiving this; you received this; you get this; spiff; promo; promotion; sale ends; new features; release notes; product update; join us; upcoming events; customer spotlight; case study; early bird
  `),
  absence: phrases(`
    out of office; out of the office; out-of-office; ooo; automatic reply; auto-reply; autoreply; auto reply; on annual leave; on leave; on vacation; on holiday; on pto; parental leave; maternity leave; paternity leave; sick leave; away from my desk; away from the office; away until; i am away; i'm away; i will be away; back in the office; back on; return on; returning on; i return; limited access to; no access to; not checking; will respond when; will reply when; for urgent matters; in urgent cases; if urgent; in my absence; no longer with; no longer works; has left the company; left the company; currently travelling; currently traveling
  `),
  bounce: phrases(`
    undeliverable; undelivered; delivery status notification; delivery has failed; delivery failed; delivery failure; could not be delivered; couldn't be delivered; not be delivered; returned to sender; returned mail; mail delivery; address not found; user unknown; mailbox full; mailbox unavailable; recipient address rejected; permanent error; failure notice; wasn't delivered; was not delivered; message blocked; smtp error
  `),
  spam: phrases(`
    dear friend; dear beneficiary; dear sir/madam; beneficiary; inheritance; next of kin; lottery; you have won; you've won; winner; claim your; prize; bitcoin; crypto; forex; investment opportunity; double your money; million dollars; million usd; wire transfer; western union; urgent response; strictly confidential business; casino; viagra; pills; weight loss; act now; limited time; click below; verify your account; account (has been|will be) suspended; your password; password expires; confirm your identity; unusual activity; gift card; gift cards; hot singles; loan offer; low interest; work from home; earn money; rolex; cheap; 100% free; risk free; guest posting; rank on google; first page of google; website traffic; seo services; mailbox is full; mailbox is almost full; storage is full; upgrade your mailbox
  `),
  question: phrases(`
    do you have; do you support; do you offer; do you know; does your; can your; is there a; is it possible; is your; are you able; what is your; what's your; what are your; what does; how does your; how do you; how much; how long; which of; who on your; who is; who handles; when will; when is; where can; quick question; a question; two questions; one question; wondering if; wondering whether; wanted to ask; wanted to check; any update on; any news on; have you heard; could you clarify; can you clarify; clarify
  `),
};
