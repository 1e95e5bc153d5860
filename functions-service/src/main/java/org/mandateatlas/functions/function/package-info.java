/** Functions: what the governance of migration consists of, and whether states could agree to begin with it. */
@NullMarked
package org.mandateatlas.functions.function;

import org.jspecify.annotations.NullMarked;
