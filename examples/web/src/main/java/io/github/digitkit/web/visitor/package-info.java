/** Who asks: a random cookie, stored only as its hash. */
@NullMarked
package io.github.digitkit.web.visitor;

import org.jspecify.annotations.NullMarked;
