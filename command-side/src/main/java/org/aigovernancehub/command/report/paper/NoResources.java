package org.aigovernancehub.command.report.paper;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.resource.CSSResource;
import org.xhtmlrenderer.resource.ImageResource;
import org.xhtmlrenderer.resource.XMLResource;

/** Resolves nothing: neither the network nor files nor data addresses. Templates bring their style with them. */
final class NoResources extends ITextUserAgent {

    NoResources(ITextOutputDevice device, int dotsPerPixel) {
        super(device, dotsPerPixel);
    }

    @Override
    public ImageResource getImageResource(String uri) {
        return new ImageResource(uri, null);
    }

    @Override
    public CSSResource getCSSResource(String uri) {
        return new CSSResource(InputStream.nullInputStream());
    }

    @Override
    public XMLResource getXMLResource(String uri) {
        throw new IllegalStateException("reports load nothing");
    }

    @Override
    public byte @Nullable [] getBinaryResource(String uri) {
        return null;
    }

    @Override
    public @Nullable String resolveURI(@Nullable String uri) {
        return null;
    }

    @Override
    protected @Nullable InputStream resolveAndOpenStream(@Nullable String uri) {
        return null;
    }

    @Override
    protected InputStream openStream(String uri) {
        return InputStream.nullInputStream();
    }
}
