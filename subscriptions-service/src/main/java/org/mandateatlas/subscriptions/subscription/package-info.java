/** Webhook subscriptions: which changes are sent to which receiver. */
@NullMarked
package org.mandateatlas.subscriptions.subscription;

import org.jspecify.annotations.NullMarked;
