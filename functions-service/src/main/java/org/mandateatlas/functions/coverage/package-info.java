/** Coverage: which institutions are mandated for which functions and which perform them, at any pair of times. */
@NullMarked
package org.mandateatlas.functions.coverage;

import org.jspecify.annotations.NullMarked;
