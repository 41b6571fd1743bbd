// Optional behaviour; every page works without it: a running sum at the till, and protection against
// sending a form twice.
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
    buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
    setTimeout(() => release(form), 10000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach(release));

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled"));
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

  const till = document.querySelector("form[data-accept]");
  if (!till) return;
  const words = till.dataset;
  const accept = till.querySelector("button");

  till.querySelectorAll(".stepper").forEach((stepper) => {
    const input = stepper.querySelector("input");
    const step = (sign, change, name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "step";
      button.textContent = sign;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => {
        input.value = Math.min(99, Math.max(0, (Number(input.value) || 0) + change));
        add();
      });
      return button;
    };
    input.before(step("−", -1, stepper.dataset.fewer));
    input.after(step("+", 1, stepper.dataset.more));
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
    const offer = till.querySelector("[name=offer]:checked");
    const count = (name) => Math.max(0, Math.floor(Number(till.elements[name].value)) || 0);
    const sum = offer
      ? count("adults") * offer.dataset.adult + count("children") * offer.dataset.child : 0;
    accept.textContent = sum ? words.accept.replace("{sum}", hours(sum)) : words.plain;
  }

  till.addEventListener("input", add);
  add();
})();
