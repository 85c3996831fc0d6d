namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The framed notice above the dateline (field guide 5.7).</summary>
internal static class Withdrawal
{
    /// <summary>Whether it says that the version shown is withdrawn; that a newer one is, does not concern this version.</summary>
    internal static bool IsAnnounced(PageParts page)
    {
        if (page.Notice is not { } notice)
        {
            return false;
        }

        var text = PageText.Line(notice);
        var ofThis = text.StartsWith("This paper has been withdrawn", StringComparison.Ordinal);
        return ofThis || text.StartsWith("A newer version of this paper has been withdrawn", StringComparison.Ordinal)
            ? ofThis
            : throw page.Fault("withdrawal notice", $"'{text}'");
    }
}
