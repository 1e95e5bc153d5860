/** Governance models: the two directions that governance can grow in. */
@NullMarked
package org.mandateatlas.functions.model;

import org.jspecify.annotations.NullMarked;
