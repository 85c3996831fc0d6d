using Microsoft.AspNetCore.Components;
using Sheaf.Drafts.Formats;

namespace Sheaf.Desk;

/// <summary>
/// The one place where markup enters the pages that Razor has not made itself: what <see cref="Html"/> wrote, which encodes all that it is
/// given.
/// </summary>
internal static class DeskMarkup
{
    public static MarkupString Of(Html html) => new(html.ToString());
}
