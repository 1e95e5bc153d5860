/** Coverage: which institution is mandated for which function, and which really performs it, at any pair of times. */
@NullMarked
package org.mandateatlas.functions.coverage;

import org.jspecify.annotations.NullMarked;
