/** Governance models: top-down and bottom-up. */
@NullMarked
package org.mandateatlas.functions.model;

import org.jspecify.annotations.NullMarked;
