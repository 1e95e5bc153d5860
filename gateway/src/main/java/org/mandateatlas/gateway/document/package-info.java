/** The owners' documents, read with tolerance for what they may come to hold. */
@NullMarked
package org.mandateatlas.gateway.document;

import org.jspecify.annotations.NullMarked;
