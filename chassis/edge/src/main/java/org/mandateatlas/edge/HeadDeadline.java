package org.mandateatlas.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpVersion;

/**
 * When the head of the next request of one connection must be complete. All methods run on the event loop of the connection.
 *
 * <p>The time starts when the connection is first seen, and again with the first bytes after a response. Bytes of a body that arrive
 * after the response count as a head too, so that the body of a rejected request has a deadline as well.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private long begun;
    private boolean waiting = true;
    private boolean exempt;
    private boolean overdue;
    private int inProgress;

    private HeadDeadline(long now) {
        this.begun = now;
    }

    /** Returns the deadline of a connection, which begins now if the connection is seen for the first time. */
    static HeadDeadline of(Channel channel) {
        HeadDeadline known = channel.pipeline().get(HeadDeadline.class);
        if (known != null) {
            return known;
        }
        var added = new HeadDeadline(System.nanoTime());
        channel.pipeline().addFirst(added);
        return added;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!waiting && inProgress == 0 && !exempt) {
            waiting = true;
            overdue = false;
            begun = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    /** A head is complete. A connection of HTTP/2 has many requests at a time and frames in between, so the first one suffices. */
    void complete(HttpVersion version) {
        inProgress++;
        waiting = false;
        exempt = version == HttpVersion.HTTP_2;
    }

    /** The response to a request is complete. */
    void responded() {
        inProgress--;
    }

    /**
     * Returns whether a head has been awaited for longer than the timeout, at two checks in a row: after a pause of the process the head may
     * have arrived and not been read.
     */
    boolean isExceeded(long now, long timeoutNanos) {
        boolean late = waiting && now - begun > timeoutNanos;
        boolean exceeded = late && overdue;
        overdue = late;
        return exceeded;
    }
}
