/** Text: the form of ids. */
@NullMarked
package org.mandateatlas.base.text;

import org.jspecify.annotations.NullMarked;
