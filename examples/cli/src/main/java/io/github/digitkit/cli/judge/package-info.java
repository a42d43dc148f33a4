/**
 * Measures a recogniser on folders of labelled pictures: what was read right, refused, and wrongly
 * accepted.
 */
@NullMarked
package io.github.digitkit.cli.judge;

import org.jspecify.annotations.NullMarked;
