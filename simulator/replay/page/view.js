// Which part of the mat a canvas shows, and how large. Sizes are CSS px; a canvas has `ratio` device px for each.

class View {
  constructor() {
    this.width = 1;
    this.height = 1;
    this.ratio = 1;
    this.scale = 1; // px per mm
    this.x = 0; // mm, in the middle
    this.y = 0;
  }

  /** Fit a canvas to its place on the page; true if it changed. */
  resize(canvas) {
    const box = canvas.getBoundingClientRect();
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.max(1, Math.round(box.width));
    const height = Math.max(1, Math.round(box.height));
    if (width === this.width && height === this.height && ratio === this.ratio) return false;
    Object.assign(this, { width, height, ratio });
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    return true;
  }

  /** Show all of a box of mm, with a margin of px. */
  fit({ left, bottom, right, top }, margin) {
    this.scale = Math.max(
      0.01,
      Math.min((this.width - 2 * margin) / (right - left), (this.height - 2 * margin) / (top - bottom)),
    );
    this.x = (left + right) / 2;
    this.y = (bottom + top) / 2;
  }

  /** From now on draw in mm, y up. */
  apply(ctx) {
    const s = this.scale * this.ratio;
    const [middleX, middleY] = [(this.width / 2) * this.ratio, (this.height / 2) * this.ratio];
    ctx.setTransform(s, 0, 0, -s, middleX - this.x * s, middleY + this.y * s);
  }

  /** From now on draw in CSS px. */
  applyPx(ctx) {
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }

  toPx(x, y) {
    return [(x - this.x) * this.scale + this.width / 2, this.height / 2 - (y - this.y) * this.scale];
  }

  toMm(px, py) {
    return [(px - this.width / 2) / this.scale + this.x, (this.height / 2 - py) / this.scale + this.y];
  }

  /** Zoom so that what is under (px, py) stays there. */
  zoomAt(px, py, factor) {
    const [x, y] = this.toMm(px, py);
    this.scale = Math.min(20, Math.max(0.02, this.scale * factor));
    const [nowX, nowY] = this.toMm(px, py);
    this.x += x - nowX;
    this.y += y - nowY;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y += dy / this.scale;
  }

  /** The part of the mat in view, mm, with `margin` mm around. */
  box(margin = 0) {
    const wide = this.width / 2 / this.scale + margin;
    const high = this.height / 2 / this.scale + margin;
    return { left: this.x - wide, right: this.x + wide, bottom: this.y - high, top: this.y + high };
  }

  key() {
    return `${this.width} ${this.height} ${this.ratio} ${this.scale} ${this.x} ${this.y}`;
  }
}
