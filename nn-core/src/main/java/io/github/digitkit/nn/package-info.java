/** Networks, trained models and the file that carries them. */
@NullMarked
package io.github.digitkit.nn;

import org.jspecify.annotations.NullMarked;
