/** Import of the bundled dataset. */
@NullMarked
package org.mandateatlas.registry.dataset;

import org.jspecify.annotations.NullMarked;
