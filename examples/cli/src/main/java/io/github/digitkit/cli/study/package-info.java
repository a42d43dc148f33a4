/**
 * Where the recogniser loses accuracy: labelled digits redrawn as the kinds of pictures that people
 * send, each kind compared with the others on the same digits.
 */
@NullMarked
package io.github.digitkit.cli.study;

import org.jspecify.annotations.NullMarked;
