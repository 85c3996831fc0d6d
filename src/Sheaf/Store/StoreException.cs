using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>
/// The store cannot be used until a person has done something: its message names the file and says what. The program ends with exit code 4.
/// </summary>
internal sealed class StoreException(string file, string sentence, Exception? inner = null)
    : Exception($"The store {file} {sentence}", inner)
{
    public string File { get; } = file;

    /// <summary>Whether what SQLite found in the file is at fault, so that only a new store helps.</summary>
    public bool IsDamage { get; init; } = inner is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    /// <summary>Whether this person may not do with the file what was tried.</summary>
    public bool IsRefusal { get; } = inner is SqliteException { SqliteErrorCode: ReadOnly or CannotOpen or NotAuthorized };

    // https://www.sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int Protocol = 15;
    private const int NotAuthorized = 23;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int NoRoomForSharedMemory = 4874;

    private const string Full = "cannot grow because the disk is full: make room and run again.";

    /// <summary>Looking through the store has shown that it is damaged.</summary>
    /// <param name="file">The store.</param>
    /// <param name="damage">What SQLite says of it.</param>
    /// <param name="consequence">What therefore was not done; may be empty.</param>
    public static StoreException Damaged(string file, string damage, string consequence = "") =>
        new(
            file,
            $"is damaged ({damage}){consequence}: run `sheaf harvest`, which keeps the file under another name and fetches everything in "
            + "it again.")
        {
            IsDamage = true,
        };

    /// <summary>
    /// What this failure of SQLite means to a person; null where it is a fault of Sheaf's own (a statement, a constraint).
    /// </summary>
    public static StoreException? Explain(string file, SqliteException failure)
    {
        var sentence = failure.SqliteErrorCode switch
        {
            5 or 6 or Protocol => "is in use by another program and was not released in time: close that program, or run again later.",
            ReadOnly => "cannot be written: you need permission to write the file and its folder.",
            10 when failure.SqliteExtendedErrorCode == NoRoomForSharedMemory => Full,
            10 => "could not be read or written (the disk reports an error): check the disk, then run again.",
            Corrupt or NotADatabase =>
                "is damaged or no SQLite database: run `sheaf harvest`, which keeps the file under another name and fetches everything "
                + "in it again.",
            13 => Full,
            CannotOpen => "cannot be opened: check that the file and its folder exist and that you may read and write both.",
            NotAuthorized => "cannot be used: you need permission to read and write it.",
            _ => null,
        };
        return sentence is null ? null : new StoreException(file, sentence, failure);
    }
}
