using Microsoft.AspNetCore.Http;
using Sheaf.Drafts.Texts;

namespace Sheaf.Desk;

/// <summary>What POST <c>/api/YYYY-MM/draft/text</c> takes: a text from a box, which has no line endings of its own.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Etag">The version that was put into the box; null: there was none.</param>
internal sealed record DraftTextRequest(string? Text, string? Etag);

/// <summary>What POST <c>/api/YYYY-MM/draft/move</c> takes.</summary>
/// <param name="Block">What is moved.</param>
/// <param name="Before">What it is to stand before; null: nothing, it comes to the end.</param>
internal sealed record MoveRequest(string? Block, string? Before);

/// <summary>A draft's text was written.</summary>
/// <param name="Etag">Of what the file holds.</param>
/// <param name="Saved">When.</param>
internal sealed record DraftSavedJson(string Etag, string Saved);

/// <summary>The edited draft for the clipboard.</summary>
/// <param name="Html">For what takes rich text.</param>
/// <param name="Text">For what takes none: Markdown.</param>
internal sealed record RichTextJson(string Html, string Text);

/// <summary>The draft is another than was seen, so nothing was written: a problem document with both texts.</summary>
/// <param name="Type">Always <c>about:blank</c>.</param>
/// <param name="Title">The name of the status.</param>
/// <param name="Status">412.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="Current">What the file says now; null where it is not there any more.</param>
/// <param name="Etag">Of that.</param>
/// <param name="Asked">What it was to say.</param>
/// <param name="Merged">Both together; null where a person must choose.</param>
/// <param name="Parts">Both, part by part.</param>
internal sealed record DraftConflictJson(
    string Type, string Title, int Status, string Detail, string? Current, string? Etag, string Asked, string? Merged,
    IReadOnlyList<MergePartJson> Parts)
{
    internal static DraftConflictJson Of(DraftOffer offer) => new(
        "about:blank", "Precondition Failed", StatusCodes.Status412PreconditionFailed, offer.Sentence, offer.Now?.Text, offer.Now?.Tag,
        offer.Asked, offer.Merge.Text, [.. offer.Merge.Parts.Select(MergePartJson.Of)]);
}

/// <param name="Kind"><c>same</c>, <c>mine</c> or <c>theirs</c>: who has changed it; <c>conflict</c>: both have, and differently.</param>
/// <param name="Mine">As the text that was sent has it.</param>
/// <param name="Theirs">As the file has it now.</param>
internal sealed record MergePartJson(string Kind, string Mine, string Theirs)
{
    internal static MergePartJson Of(MergePart part) => new(part.Kind.ToString().ToLowerInvariant(), part.Mine, part.Theirs);
}
