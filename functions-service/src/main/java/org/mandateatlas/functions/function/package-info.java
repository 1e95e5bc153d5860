/** Functions of the governance of migration. */
@NullMarked
package org.mandateatlas.functions.function;

import org.jspecify.annotations.NullMarked;
