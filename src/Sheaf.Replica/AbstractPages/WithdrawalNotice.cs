using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The boxed line on a withdrawn paper, which also stands on its older versions, in other words (field guide 5.7).</summary>
internal static class WithdrawalNotice
{
    /// <summary>The line with its line end, or nothing.</summary>
    public static string Of(ShownPaper shown)
    {
        if (!shown.Version.Withdrawn && !shown.History.Latest.Withdrawn)
        {
            return "";
        }

        var what = shown.Version.Withdrawn ? "This paper has been withdrawn" : "A newer version of this paper has been withdrawn";
        var who = shown.Submitter is { } submitter
            ? $" by {Html.Escape(TexText.WithAccents(submitter))}"
            : MetadataTable.Tooltip("The name of the submitter is not known");
        return $"""    <span class="error" style="border: 2px solid grey">{what}{who}</span>""" + "\n";
    }
}
