// Plays the buzzers' tones while the run plays. Silent until the reader asks for sound: a classroom has thirty pages.

const LOUD = 0.2;
const LASTS = 0.25; // s; a page that stops drawing falls silent by itself
const HARMONICS = 32;
const sound = { on: false, context: null, voices: [], hz: buzzers.map(() => 0) };

function switchSound(on) {
  sound.on = on && buzzers.length > 0;
  if (sound.on && !sound.context) openSound();
  sound.context?.resume();
  askForFrame();
}

function openSound() {
  sound.context = new AudioContext();
  sound.voices = buzzers.map(() => {
    const gain = sound.context.createGain();
    gain.gain.value = 0;
    const source = sound.context.createOscillator();
    source.connect(gain).connect(sound.context.destination);
    source.start();
    return { source, gain: gain.gain, duty: 0 };
  });
}

/** A rectangular wave: loudest where it is high for half of its period. */
function rectangle(duty) {
  const real = new Float32Array(HARMONICS + 1);
  for (let k = 1; k <= HARMONICS; k++) real[k] = (2 / (k * Math.PI)) * Math.sin((k * Math.PI * duty) / 100);
  return sound.context.createPeriodicWave(real, new Float32Array(HARMONICS + 1), { disableNormalization: true });
}

function playTones(t) {
  buzzers.forEach((buzzer, i) => {
    const tone = sound.on && player.playing ? toneOf(lookAt(buzzer, t)) : null;
    sound.hz[i] = tone ? tone.hz : 0;
    if (sound.context) tuneVoice(sound.voices[i], tone);
  });
}

function tuneVoice(voice, tone) {
  const now = sound.context.currentTime;
  const audible = tone !== null && tone.hz < sound.context.sampleRate / 2;
  if (audible && tone.duty !== voice.duty) voice.source.setPeriodicWave(rectangle((voice.duty = tone.duty)));
  if (audible) voice.source.frequency.setValueAtTime(tone.hz, now);
  voice.gain.cancelScheduledValues(now);
  voice.gain.setTargetAtTime(audible ? LOUD / sound.voices.length : 0, now, 0.004);
  voice.gain.setTargetAtTime(0, now + LASTS, 0.01);
}
