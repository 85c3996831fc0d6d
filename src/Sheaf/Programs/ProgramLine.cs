using System.Text;

namespace Sheaf.Programs;

/// <summary>
/// A program that a setting names and its arguments. They are parted by blanks; a part with blanks in it goes into double
/// quotes, and two quotes in a quoted part are one. Nothing else means anything: no shell reads the line.
/// </summary>
/// <param name="File">A path, or a name that the system looks for.</param>
/// <param name="Arguments">As the program gets them.</param>
internal sealed record ProgramLine(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>A shorter argument is an option's letter or a number, which hides more than it keeps secret.</summary>
    private const int LeastHidden = 4;

    private const int LeastOfKey = 6;

    /// <summary>Reads a command line; null where it is blank.</summary>
    /// <exception cref="FormatException">A quote is not closed, or no program is named. The message does not repeat the line.</exception>
    public static ProgramLine? Parse(string line)
    {
        if (line.Contains('\0'))
        {
            throw new FormatException("a program and its arguments");
        }

        var parts = Split(line);
        return parts switch
        {
            [] => null,
            ["", ..] => throw new FormatException("a program and its arguments"),
            [var file, .. var arguments] => new(file, arguments),
        };
    }

    /// <summary>Whether the system would find it where it looks for programs, and may run it.</summary>
    public bool IsThere => Candidates().Any(IsProgram);

    /// <summary>
    /// What a program wrote, without what it was given: arguments may hold a password, and programs that fail like to repeat them. Beside
    /// whole arguments these are the values of options, and the words of a longer argument that have letters and digits, as keys do.
    /// </summary>
    public string WithoutArguments(string text)
    {
        var secrets = Arguments.Concat(Arguments.SelectMany(ValuesOf)).Where(word => word.Length >= LeastHidden).Distinct();
        return secrets.OrderByDescending(word => word.Length)
            .Aggregate(text, (shown, word) => shown.Replace(word, "…", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ValuesOf(string argument) =>
    [
        .. argument.Any(char.IsWhiteSpace) ? [] : argument.Split('=', 2)[1..],
        .. argument.Split([' ', '\t', '"', '\'', ':', '=', '@', '&', '?', ';'])
            .Where(word => word.Length >= LeastOfKey && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter)),
    ];

    private IEnumerable<string> Candidates()
    {
        string?[] folders = Path.IsPathRooted(File) ? [""]
            :
            [
                Path.GetDirectoryName(Environment.ProcessPath), Directory.GetCurrentDirectory(),
                .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
            ];
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe"] : [""];
        return from folder in folders where folder is not null from ending in endings select Path.Combine(folder, File + ending);
    }

    private static bool IsProgram(string path) => System.IO.File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (System.IO.File.GetUnixFileMode(path) & (UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute)) != 0);

    private static List<string> Split(string line)
    {
        var parts = new List<string>();
        StringBuilder? part = null;
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                part ??= new StringBuilder();
                var isDoubled = isQuoted && at + 1 < line.Length && line[at + 1] == '"';
                part.Append(isDoubled ? "\"" : "");
                isQuoted = !isQuoted || isDoubled;
                at += isDoubled ? 1 : 0;
            }
            else if (isQuoted || !char.IsWhiteSpace(line[at]))
            {
                part = (part ?? new StringBuilder()).Append(line[at]);
            }
            else if (part is not null)
            {
                parts.Add(part.ToString());
                part = null;
            }
        }

        return isQuoted ? throw new FormatException("a program and its arguments with every quote closed")
            : part is null ? parts
            : [.. parts, part.ToString()];
    }
}
