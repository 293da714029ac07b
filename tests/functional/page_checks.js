// What test_page_access.py asks of a page, run inside it.

// Texts whose colour stands out too little from what is behind them (WCAG 2.1, 1.4.3), and how many were looked at.
function contrast() {
  const parse = (text) => {
    const numbers = text.match(/[\d.]+/g).map(Number);
    const scale = text.startsWith("color(") ? 255 : 1;
    return [...numbers.slice(0, 3).map((number) => number * scale), numbers[3] ?? 1];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const channel = (part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const passed = ".unseen, script, noscript, option, dialog:not([open])";
  const isRead = (element, style) => !element.closest(passed) && element.checkVisibility() && Number(style.opacity) > 0;
  const found = { checked: 0, faint: [] };
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const told = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!(told || element.placeholder) || !isRead(element, style)) continue;
    const ink = element.placeholder ? getComputedStyle(element, "::placeholder").color : style.color;
    const back = behind(element);
    const [more, less] = [light(over(parse(ink), back)), light(back)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    found.checked += 1;
    if ((more + 0.05) / (less + 0.05) < least) found.faint.push(`${element.tagName}.${element.className} ${element.textContent.slice(0, 30)}`);
  }
  return found;
}

// Controls of which a screen reader could tell only what kind they are.
function nameless() {
  const unnamed = ["status", "presentation", "group", "tabpanel"];
  const isNamed = (each) => each.getAttribute("aria-label") || [...(each.labels || [])].some((label) => label.innerText.trim())
    || (each.tagName !== "SELECT" && each.innerText?.trim()) || document.getElementById(each.getAttribute("aria-labelledby"));
  return [...document.querySelectorAll("button, input, select, a, summary, [role], [tabindex='0']")]
    .filter((each) => each.checkVisibility() && !unnamed.includes(each.getAttribute("role")) && !isNamed(each))
    .map((each) => each.outerHTML.slice(0, 120));
}

// What has the focus, and whether one sees that it has.
function focused() {
  const { id, tagName, dataset, innerText } = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const name = id || dataset.filter || innerText?.slice(0, 30) || tagName;
  return [tagName === "BODY" ? tagName : name, tagName === "BODY" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1)];
}
