// What the parts show in the course of a finished run.

const buzzers = robots.flatMap((robot) => robot.parts.filter((part) => part.chip === "buzzer"));

/** What a part shows at `t`; "" before its first text. */
function lookAt(part, t) {
  if (!part.t.length || t + 1e-6 < part.t[0]) return "";
  return part.at[lastNotAbove(part.t, t + 1e-6)].map((piece) => part.pieces[piece]).join("/");
}

function showParts(t) {
  for (const part of chosen.robot.parts) showLook(part, lookAt(part, t));
}
