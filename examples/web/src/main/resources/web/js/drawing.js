// A sheet of paper: mouse, pen, touch and keyboard put strokes on it.

const LONG = { digit: 280, number: 700 };
const SHORT = 280;
const KEY_STEP = 0.02;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Drawing {
  #canvas;
  #pen;
  #strokes = [];
  #current = null;
  #pointer = null;
  #cursor = { x: 0.5, y: 0.5 };
  #keyboard = false;
  #brush = 18;
  #mode = "digit";
  #changed;
  #say;

  /**
   * @param canvas to draw on
   * @param changed is called after every part of a stroke; with true when a stroke has ended
   * @param say tells a screen reader what the keyboard's pen does
   */
  constructor(canvas, changed, say) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext("2d");
    this.#changed = changed;
    this.#say = say;
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#up(event));
    canvas.addEventListener("pointercancel", (event) => this.#up(event));
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => this.#leave());
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    new ResizeObserver(() => this.#resize()).observe(canvas);
    document.addEventListener("themechange", () => this.#paint());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#paint());
  }

  get empty() {
    return this.#strokes.length === 0;
  }

  /** Units of the short side's 280th part. */
  set brush(width) {
    this.#brush = width;
  }

  set mode(mode) {
    this.#mode = mode;
    this.clear();
  }

  undo() {
    this.#end();
    this.#strokes.pop();
    this.#paint();
    this.#changed(true);
  }

  clear() {
    this.#end();
    this.#strokes = [];
    this.#paint();
    this.#changed(true);
  }

  /** The drawing as a PNG, black on white whatever the page's colours are. */
  toBlob() {
    const width = LONG[this.#mode];
    const sheet = document.createElement("canvas");
    sheet.width = width;
    sheet.height = SHORT;
    const pen = sheet.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, SHORT);
    this.#draw(pen, width, SHORT, "#000");
    return new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  }

  // Points are kept as shares of the sheet, so that a turned telephone keeps the drawing.
  #point(event) {
    const box = this.#canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  #down(event) {
    if (this.#pointer !== null || event.button > 0) {
      return;
    }
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#keyboard = false;
    this.#begin(this.#point(event));
  }

  #move(event) {
    if (event.pointerId !== this.#pointer) {
      return;
    }
    // All positions since the last frame: a fast pen leaves a round curve, not a polygon.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) {
      this.#current.points.push(this.#point(each));
    }
    this.#paint();
    this.#changed(false);
  }

  #up(event) {
    if (event.pointerId === this.#pointer) {
      this.#pointer = null;
      this.#end();
      this.#changed(true);
    }
  }

  #begin(point) {
    this.#current = { width: this.#brush / SHORT, points: [point] };
    this.#strokes.push(this.#current);
    this.#paint();
    this.#changed(false);
  }

  #end() {
    this.#current = null;
    this.#pointer = null;
  }

  #key(event) {
    const arrow = ARROWS[event.key];
    if ((event.ctrlKey || event.metaKey) && event.key === "z") {
      this.undo();
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (arrow) {
      this.#walk(arrow, event.shiftKey ? 3 : 1);
    } else if (event.key === " " || event.key === "Enter") {
      this.#togglePen();
    } else if (event.key === "Backspace") {
      this.undo();
    } else if (event.key === "Delete" || event.key === "Escape") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  }

  #walk([dx, dy], factor) {
    const aspect = SHORT / LONG[this.#mode];
    this.#keyboard = true;
    const step = KEY_STEP * factor;
    this.#cursor = {
      x: Math.min(0.98, Math.max(0.02, this.#cursor.x + dx * step * aspect)),
      y: Math.min(0.98, Math.max(0.02, this.#cursor.y + dy * step)),
    };
    if (this.#current) {
      this.#current.points.push({ ...this.#cursor });
      this.#changed(false);
    }
    this.#paint();
  }

  #togglePen() {
    this.#keyboard = true;
    if (this.#current) {
      this.#end();
      this.#say("pen.up");
      this.#changed(true);
      this.#paint();
    } else {
      this.#begin({ ...this.#cursor });
      this.#say("pen.down");
    }
  }

  #leave() {
    if (this.#keyboard) {
      this.#keyboard = false;
      const drawing = this.#current !== null;
      this.#end();
      this.#paint();
      if (drawing) {
        this.#changed(true);
      }
    }
  }

  #resize() {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(this.#canvas.clientWidth * ratio);
    const height = Math.round(this.#canvas.clientHeight * ratio);
    if (width > 0 && (width !== this.#canvas.width || height !== this.#canvas.height)) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#paint();
  }

  #paint() {
    const { width, height } = this.#canvas;
    const colour = getComputedStyle(this.#canvas).color;
    this.#pen.clearRect(0, 0, width, height);
    this.#draw(this.#pen, width, height, colour);
    if (this.#keyboard) {
      this.#paintCursor(width, height);
    }
  }

  #paintCursor(width, height) {
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent");
    this.#pen.strokeStyle = accent;
    this.#pen.lineWidth = height / 140;
    this.#pen.beginPath();
    this.#pen.arc(this.#cursor.x * width, this.#cursor.y * height, height / 28, 0, 7);
    this.#pen.stroke();
  }

  #draw(pen, width, height, colour) {
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    for (const stroke of this.#strokes) {
      drawStroke(pen, stroke, width, height);
    }
  }
}

/** Joins the middles of neighbouring points by curves: round, and through where the pen was. */
function drawStroke(pen, { width: share, points }, width, height) {
  const at = (index) => ({ x: points[index].x * width, y: points[index].y * height });
  const first = at(0);
  pen.lineWidth = share * height;
  pen.beginPath();
  if (points.length === 1) {
    pen.arc(first.x, first.y, pen.lineWidth / 2, 0, 7);
    pen.fill();
    return;
  }
  pen.moveTo(first.x, first.y);
  for (let i = 1; i < points.length - 1; i++) {
    const here = at(i);
    const next = at(i + 1);
    pen.quadraticCurveTo(here.x, here.y, (here.x + next.x) / 2, (here.y + next.y) / 2);
  }
  const last = at(points.length - 1);
  pen.lineTo(last.x, last.y);
  pen.stroke();
}
