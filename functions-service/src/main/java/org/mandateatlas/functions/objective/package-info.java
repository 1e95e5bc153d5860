/** Objectives: what all governance of migration could strive for. */
@NullMarked
package org.mandateatlas.functions.objective;

import org.jspecify.annotations.NullMarked;
