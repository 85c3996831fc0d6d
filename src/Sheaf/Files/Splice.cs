using System.Text;

namespace Sheaf.Files;

/// <summary>A change to one place of a text; all else stays as it is.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How much of the text goes.</param>
/// <param name="Text">What comes instead.</param>
internal readonly record struct Splice(int At, int Length, string Text)
{
    public int End => At + Length;

    /// <summary>The text with all of the changes made.</summary>
    /// <param name="text">As it is.</param>
    /// <param name="splices">In any order; none reaches into another.</param>
    public static string Apply(string text, IEnumerable<Splice> splices)
    {
        var changed = new StringBuilder(text.Length);
        var end = 0;
        foreach (var splice in splices.OrderBy(splice => splice.At))
        {
            changed.Append(text, end, splice.At - end).Append(splice.Text);
            end = splice.End;
        }

        return changed.Append(text, end, text.Length - end).ToString();
    }
}
