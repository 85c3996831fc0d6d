namespace Sheaf.Lists;

/// <summary>The blanks before a line of Markdown.</summary>
internal static class Indentation
{
    /// <summary>Where the line's text begins, in columns; a tab goes on to the next multiple of four.</summary>
    public static int Of(ReadOnlySpan<char> line)
    {
        var column = 0;
        foreach (var character in line)
        {
            if (character is not (' ' or '\t'))
            {
                break;
            }

            column = character == '\t' ? (column / 4 * 4) + 4 : column + 1;
        }

        return column;
    }
}
