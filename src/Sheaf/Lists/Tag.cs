using System.Text.RegularExpressions;

namespace Sheaf.Lists;

/// <summary>The grammar of tags: <c>#word</c>. A number alone is none: <c>#1</c> is a rank.</summary>
internal static partial class Tag
{
    /// <summary>Whether this is a tag without its <c>#</c>, whole.</summary>
    public static bool IsWord(string word) => Word().IsMatch(word);

    /// <summary>The tag that a word of a line is (<c>#agents,</c> is <c>agents</c>); null where it is none.</summary>
    public static string? Read(string word)
    {
        var bare = word.StartsWith('#') ? word[1..].TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '/', '+', '-') : "";
        return IsWord(bare) ? bare : null;
    }

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{N}_]([\p{L}\p{M}\p{N}_./+-]*[\p{L}\p{M}\p{N}_])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
