using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Merging;

/// <summary>The numbers that list items and table rows begin with. They follow from the order, so they are neither facts nor anybody's words.</summary>
internal static partial class Numbering
{
    /// <summary>The number of a block; null where it has none.</summary>
    public static int? Of(Block block) => Find(block) is { } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The text of a block with another number.</summary>
    public static string With(string text, BlockKind kind, int number) => Find(kind, text) is { } group
        ? string.Concat(text.AsSpan(0, group.Index), number.ToString(CultureInfo.InvariantCulture), text.AsSpan(group.Index + group.Length))
        : text;

    /// <summary>The text without number, and without the sign after it.</summary>
    public static string Without(Block block) => Find(block) is { } group
        ? string.Concat(block.Text.AsSpan(0, group.Index), block.Text.AsSpan(group.Index + group.Length).TrimStart(".)"))
        : block.Text;

    private static Group? Find(Block block) => Find(block.Kind, block.Text);

    private static Group? Find(BlockKind kind, string text)
    {
        var match = kind switch { BlockKind.Item => Item().Match(text), BlockKind.TableRow => Row().Match(text), _ => Match.Empty };
        return match.Success ? match.Groups[1] : null;
    }

    [GeneratedRegex(@"^[ \t]*([0-9]{1,9})[.)](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^[ \t]*\|?[ \t]*([0-9]{1,9})(?=[.)](?:\s|\||$)|[ \t]*(?:\||$))", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
