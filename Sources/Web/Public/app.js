// Optional behaviour; every page works without it: a running sum, buttons and a camera at the till,
// and protection against sending a form twice.
(() => {
  "use strict";
  const space = "\u00a0";

  // The summary of mistakes is where a person goes on.
  document.querySelector(".mistakes")?.focus();

  // A second press within ten seconds is taken for the first; the request key would catch it too.
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const buttons = form.querySelectorAll("button:not([type=button])");
    buttons.forEach((button) => {
      if (button.hasAttribute("aria-disabled")) return;
      button.dataset.held = "";
      button.setAttribute("aria-disabled", "true");
    });
    setTimeout(() => release(form), 10000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach(release));

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll("[data-held]").forEach((button) => {
      button.removeAttribute("aria-disabled");
      delete button.dataset.held;
    });
  }

  // Entering hours: the button says what will count, and a line what it leaves to give.
  const entering = document.querySelector("form[data-budgets]");
  if (entering) {
    const words = entering.dataset;
    const button = entering.querySelector("button");
    const plain = button.textContent;
    const line = entering.querySelector(".leaves");
    const budgets = new Map(words.budgets.split(" ").map((pair) => pair.split("=")));
    const say = (minutes) => {
      const whole = Math.floor(minutes / 60), past = minutes % 60;
      return [whole || !past ? whole + space + words.hour : "", past ? past + space + words.minute : ""]
        .filter(Boolean).join(space);
    };
    const count = (name) => Math.max(0, Math.floor(Number(entering.elements[name]?.value)) || 0);
    const tell = () => {
      const sum = count("minutes-hours") * 60 + count("minutes-minutes");
      const left = budgets.get(entering.elements.opportunity.value);
      button.textContent = sum ? words.enter.replace("\u2026", say(sum)) : plain;
      line.hidden = !sum || left === undefined;
      line.textContent = line.hidden ? "" : left < sum ? words.short
        : words.leaves.replace("\u2026", say(left - sum));
    };
    entering.addEventListener("input", tell);
    tell();
  }

  const till = document.querySelector("form[data-till]");
  if (!till) return;
  const words = till.dataset;
  const field = till.elements.card;
  const find = till.querySelector("[value=find]");
  const accept = till.querySelector(".accept button");

  // What is typed while an answer is on its way is kept for the next page: a scanner that fires
  // twice is faster than any server. An Enter without a number before it is dropped.
  const [when, kept] = JSON.parse(sessionStorage.getItem("till") || "[0, \"\"]");
  let typed = Date.now() - when < 5000 ? kept : "";
  let isSent = false;
  sessionStorage.removeItem("till");
  addEventListener("keydown", (event) => {
    if (!isSent || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) typed += event.key;
    else if (event.key === "Enter") typed += "\n";
    else return;
    event.preventDefault();
  }, true);
  till.addEventListener("submit", () => {
    isSent = true;
    typed = "";
    setTimeout(() => { isSent = false; }, 10000);
  });
  addEventListener("pagehide", () => {
    if (isSent && typed) sessionStorage.setItem("till", JSON.stringify([Date.now(), typed]));
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    isSent = false;
    field.value = typed = "";
    field.focus();
  });
  function replay() {
    const [number, ...rest] = typed.replace(/^\n+/, "").split("\n");
    typed = "";
    if (!number) return;
    field.value = number + field.value;
    if (!rest.length) return;
    till.requestSubmit(find);
    typed = rest.join("\n");
  }

  // One more, one fewer. Whoever is shown is asked about anew, so that the button is true.
  let pending;
  function changed() {
    add();
    if (!till.elements.shown.value) return;
    accept.dataset.held = "";
    accept.setAttribute("aria-disabled", "true");
    clearTimeout(pending);
    pending = setTimeout(() => { if (!isSent && !field.value) till.requestSubmit(find); }, 500);
  }
  till.querySelectorAll(".stepper").forEach((stepper) => {
    const input = stepper.querySelector("input");
    const step = (sign, change, name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "step";
      button.textContent = sign;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => {
        input.value = Math.min(100, Math.max(0, (Number(input.value) || 0) + change));
        changed();
      });
      return button;
    };
    input.before(step("−", -1, stepper.dataset.fewer));
    input.after(step("+", 1, stepper.dataset.more));
    input.addEventListener("change", changed);
    stepper.classList.add("stepped");
  });

  function hours(minutes) {
    const parts = [];
    const whole = Math.floor(minutes / 60), past = minutes % 60;
    if (whole || !past) parts.push(whole, words.hour);
    if (past) parts.push(past, words.minute);
    return parts.join(space);
  }

  function add() {
    const count = (name) => Math.max(0, Math.floor(Number(till.elements[name].value)) || 0);
    const sum = count("adults") * words.adult + count("children") * words.child;
    if (!till.elements.shown.value || !sum) return;
    accept.textContent = words.accept.replace("{sum}", hours(sum));
  }

  // Where the browser reads codes, the camera does what a scanner does.
  if ("BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet camera";
    button.textContent = words.camera;
    till.querySelector(".number label").after(button);
    let lens;
    const stop = () => {
      lens?.srcObject?.getTracks().forEach((track) => track.stop());
      lens?.remove();
      lens = undefined;
      button.textContent = words.camera;
      field.focus();
    };
    button.addEventListener("click", async () => {
      if (lens) return stop();
      const video = lens = document.createElement("video");
      try {
        const detector = new BarcodeDetector({ formats: ["qr_code"] });
        const wish = { video: { facingMode: "environment" } };
        const stream = await navigator.mediaDevices.getUserMedia(wish);
        if (lens !== video) return stream.getTracks().forEach((track) => track.stop());
        video.srcObject = stream;
        video.className = "lens";
        video.muted = video.playsInline = true;
        till.querySelector(".number").after(video);
        button.textContent = words.stop;
        await video.play();
        while (lens === video) {
          const [code] = await detector.detect(video);
          if (code && lens === video) {
            stop();
            field.value = code.rawValue;
            till.requestSubmit(find);
          }
          await new Promise((done) => setTimeout(done, 150));
        }
      } catch {
        // Refused, or none there: the field is as good.
        stop();
        button.remove();
      }
    });
  }

  field.focus();
  replay();
})();
