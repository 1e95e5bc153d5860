/** Objectives: common goals of the governance of migration. */
@NullMarked
package org.mandateatlas.functions.objective;

import org.jspecify.annotations.NullMarked;
