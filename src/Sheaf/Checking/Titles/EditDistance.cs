namespace Sheaf.Checking.Titles;

/// <summary>Counts the slips of a pen that make one word of another: a letter too many, too few, wrong, or two exchanged.</summary>
internal static class EditDistance
{
    /// <summary>How many, or <paramref name="most"/> + 1 where there are more.</summary>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
        {
            rows[row] = new int[other.Length + 1];
        }

        for (var column = 0; column <= other.Length; column++)
        {
            rows[0][column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            Fill(rows, row, one, other);
        }

        return Math.Min(rows[one.Length % 3][other.Length], most + 1);
    }

    private static void Fill(int[][] rows, int row, string one, string other)
    {
        var (now, before, earlier) = (rows[row % 3], rows[(row + 2) % 3], rows[(row + 1) % 3]);
        now[0] = row;
        for (var column = 1; column <= other.Length; column++)
        {
            var wrong = before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
            now[column] = Math.Min(wrong, Math.Min(before[column], now[column - 1]) + 1);
            if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
            {
                now[column] = Math.Min(now[column], earlier[column - 2] + 1);
            }
        }
    }
}
