package io.github.digitkit.recognizer.image;

/**
 * The LZW stream of a GIF image: codes of growing width, lowest bit first, in data blocks of up to
 * 255 bytes. Memory is the fixed table of 4096 strings.
 */
final class GifLzw {
  private static final int MOST_CODES = 4096;
  private static final int MOST_BITS = 12;
  private static final int NONE = -1;

  private final EncodedImage file;
  private final int leastBits;
  private final int clearCode;
  private final int endCode;

  /** String of a code = string of its prefix and one more index. */
  private final short[] prefix = new short[MOST_CODES];

  private final byte[] last = new byte[MOST_CODES];

  /** Indices that are decoded but not yet asked for, in reverse. */
  private final byte[] pending = new byte[MOST_CODES + 1];

  private int pendingCount;
  private int codeBits;
  private int nextCode;
  private int previousCode = NONE;
  private int firstOfPrevious;

  private int at;
  private int blockLeft;
  private int buffer;
  private int bufferedBits;

  /** Starts at the byte that states the code size. */
  GifLzw(EncodedImage file, int at) throws ImageFormatException {
    this.file = file;
    leastBits = file.u8(at);
    if (leastBits < 1 || leastBits > 8) {
      throw file.fault("GIF code size at byte " + at, "1 to 8 bits", leastBits);
    }
    this.at = at + 1;
    clearCode = 1 << leastBits;
    endCode = clearCode + 1;
    for (int i = 0; i < clearCode; i++) {
      last[i] = (byte) i;
    }
    clear();
  }

  /** Reads the next {@code indices.length} colour indices. Overwritten. */
  void readFully(byte[] indices) throws ImageFormatException {
    int filled = 0;
    while (filled < indices.length) {
      if (pendingCount == 0) {
        decodeCode();
      }
      while (pendingCount > 0 && filled < indices.length) {
        indices[filled++] = pending[--pendingCount];
      }
    }
  }

  private void clear() {
    codeBits = leastBits + 1;
    nextCode = endCode + 1;
    previousCode = NONE;
  }

  private void decodeCode() throws ImageFormatException {
    int code = readCode();
    if (code == clearCode) {
      clear();
    } else if (code == endCode) {
      throw file.fault("GIF pixel data", "more pixels", "its end code before byte " + at);
    } else {
      expand(code);
    }
  }

  private void expand(int code) throws ImageFormatException {
    boolean isNext = code == nextCode && previousCode != NONE;
    if ((code >= nextCode && !isNext) || (previousCode == NONE && code >= clearCode)) {
      throw file.fault("GIF code before byte " + at, "at most " + nextCode, code);
    }
    int rest = code;
    if (isNext) {
      pending[pendingCount++] = (byte) firstOfPrevious;
      rest = previousCode;
    }
    while (rest > endCode) {
      pending[pendingCount++] = last[rest];
      rest = prefix[rest];
    }
    pending[pendingCount++] = last[rest];
    firstOfPrevious = last[rest] & 0xff;
    addString();
    previousCode = code;
  }

  private void addString() {
    if (previousCode == NONE || nextCode == MOST_CODES) {
      return;
    }
    prefix[nextCode] = (short) previousCode;
    last[nextCode] = (byte) firstOfPrevious;
    nextCode++;
    if (nextCode == 1 << codeBits && codeBits < MOST_BITS) {
      codeBits++;
    }
  }

  private int readCode() throws ImageFormatException {
    while (bufferedBits < codeBits) {
      if (blockLeft == 0) {
        blockLeft = file.u8(at++);
        if (blockLeft == 0) {
          throw file.fault("GIF pixel data", "more pixels", "its last block before byte " + at);
        }
      }
      buffer |= file.u8(at++) << bufferedBits;
      bufferedBits += 8;
      blockLeft--;
    }
    int code = buffer & ((1 << codeBits) - 1);
    buffer >>>= codeBits;
    bufferedBits -= codeBits;
    return code;
  }
}
