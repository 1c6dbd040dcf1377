// Passkeys: asks the browser for one and sends what it answers with the page's own form. Without this script the buttons are not shown.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
const text = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const ids = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));

// A challenge is good for five minutes; the one that waits in the field of the account is asked for anew before.
const renewed = 4 * 60 * 1000;

// One answer is sent, whether the field or the button was faster.
let sent = false;
addEventListener('pageshow', () => { sent = false; });

const send = (form, credential, response, state) => {
  if (sent) return;
  sent = true;
  form.elements.credential.value = JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
    response,
  });
  if (state !== undefined) form.elements.state.value = state;
  form.requestSubmit();
};

const say = (form, fault) => {
  const line = form.querySelector('[role=alert]');
  line.textContent = fault?.name === 'InvalidStateError' && form.dataset.known ? form.dataset.known
    : fault?.name === 'NotAllowedError' ? form.dataset.cancelled
      : form.dataset.failed;
  line.hidden = false;
};

const make = async form => {
  const options = JSON.parse(form.dataset.passkeyMake);
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: ids(options.excludeCredentials),
    },
  });
  send(form, credential, {
    clientDataJSON: text(credential.response.clientDataJSON),
    attestationObject: text(credential.response.attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  });
};

const use = async (form, more) => {
  const answer = await fetch(form.dataset.passkeyAsk, { cache: 'no-store', headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  const asked = await answer.json();
  const credential = await navigator.credentials.get({
    ...more,
    publicKey: { ...asked.options, challenge: bytes(asked.options.challenge), allowCredentials: ids(asked.options.allowCredentials) },
  });
  const { response } = credential;
  send(form, credential, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  }, asked.state);
};

// Offers passkeys in the field of the account until one is chosen or the button is pressed.
const wait = async (form, stopped) => {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  while (!stopped.signal.aborted) {
    const round = new AbortController();
    const end = () => round.abort();
    const timer = setTimeout(end, renewed);
    stopped.signal.addEventListener('abort', end, { once: true });
    try {
      await use(form, { mediation: 'conditional', signal: round.signal });
      return;
    } catch (fault) {
      if (fault?.name !== 'AbortError') return;
    } finally {
      clearTimeout(timer);
    }
  }
};

const forms = window.PublicKeyCredential && navigator.credentials ? document.querySelectorAll('form[data-passkey-make], form[data-passkey-ask]') : [];
for (const form of forms) {
  const button = form.querySelector('button[type=button]');
  const waiting = new AbortController();
  const begin = form.dataset.passkeyMake ? () => make(form) : () => use(form);
  const around = form.closest('[data-passkey]');
  // After a refusal nobody is asked again by itself.
  const first = around?.hidden;
  if (around) around.hidden = false;
  button.hidden = false;
  form.querySelector('[data-without]')?.remove();
  button.addEventListener('click', async () => {
    waiting.abort();
    button.disabled = true;
    form.querySelector('[role=alert]').hidden = true;
    try {
      await begin();
    } catch (fault) {
      say(form, fault);
    }
    button.disabled = false;
  });
  if (form.dataset.passkeyAsk && first) wait(form, waiting);
}
