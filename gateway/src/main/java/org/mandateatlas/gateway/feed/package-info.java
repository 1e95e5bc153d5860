/** What happened, as the owners' topics tell it: one feed of all streams. */
@NullMarked
package org.mandateatlas.gateway.feed;

import org.jspecify.annotations.NullMarked;
