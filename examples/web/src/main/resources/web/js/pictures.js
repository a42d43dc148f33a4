// Pictures from elsewhere: files, the clipboard, drag and drop, the camera.

const UNDERSTOOD = new Set(["image/png", "image/jpeg", "image/gif", "image/bmp"]);
const LARGE_FILE = 4 * 1024 * 1024;
const LARGE_SIDE = 2400;
const byId = (id) => document.getElementById(id);

/**
 * Calls `chosen` with every picture that a visitor gives, and `refused` with the key of a text for
 * what is none.
 */
export function listenForPictures(board, chosen, refused) {
  const take = (file) => (file ? chosen(file) : refused("problem.no-picture"));
  for (const id of ["file", "camera"]) {
    byId(id).addEventListener("change", (event) => {
      const [file] = event.target.files;
      event.target.value = "";
      if (file) {
        take(file);
      }
    });
  }
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      take(files.find(isPicture));
    }
  });
  byId("paste").addEventListener("click", async () => {
    try {
      take(await fromClipboard());
    } catch {
      refused("problem.clipboard");
    }
  });
  listenForDrops(board, take);
}

function listenForDrops(board, take) {
  let depth = 0;
  const hover = (on) => board.classList.toggle("dropping", on);
  document.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth++;
    hover(true);
  });
  document.addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    hover(depth > 0);
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    hover(false);
    take([...event.dataTransfer.files].find(isPicture));
  });
}

function isPicture(file) {
  return file.type.startsWith("image/");
}

async function fromClipboard() {
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((each) => each.startsWith("image/"));
    if (type) {
      return item.getType(type);
    }
  }
  return null;
}

/**
 * The picture as the server can read it. Formats that only the browser knows (WebP, AVIF, HEIC) and
 * files of many megabytes are drawn anew; everything else goes as it is.
 */
export async function readable(file) {
  if (UNDERSTOOD.has(file.type) && file.size <= LARGE_FILE) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LARGE_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return file; // Let the server say what is wrong with it.
  }
}
