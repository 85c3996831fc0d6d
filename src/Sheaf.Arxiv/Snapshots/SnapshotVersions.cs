using System.Text.Json;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Snapshots;

/// <summary>The submission history in a snapshot: <c>[{"version":"v1","created":"Tue, 30 Apr 2024 21:20:17 GMT"}]</c>.</summary>
internal static class SnapshotVersions
{
    /// <summary>
    /// The history, oldest first, and what is wrong with it; null where nothing is. The reader stands at the value and is read to its end.
    /// </summary>
    public static (IReadOnlyList<Submission> Versions, string? Fault) Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return ([], "versions: missing");
        }

        var versions = new List<Submission>();
        string? fault = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadOne(ref reader) is { } version)
            {
                versions.Add(version);
            }
            else
            {
                fault ??= "versions: not all with number and date";
            }
        }

        versions.Sort((one, other) => one.Version.CompareTo(other.Version));
        return (versions, fault ?? FaultOf(versions));
    }

    // Without the first there is no day to which the e-print belongs.
    private static string? FaultOf(List<Submission> versions) =>
        versions.Count == 0 ? "versions: missing"
        : versions[0].Version != 1 ? "versions: without v1"
        : Enumerable.Range(1, versions.Count - 1).Any(at => versions[at].Version == versions[at - 1].Version)
            ? "versions: one of them twice"
            : null;

    private static Submission? ReadOne(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var (number, submitted) = (0, (DateTimeOffset?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("version"u8))
            {
                reader.Read();
                number = Number(ref reader);
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                reader.Read();
                submitted = Moment(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return number > 0 && submitted is { } moment ? new(number, moment, SizeKb: null, Withdrawn: false) : null;
    }

    // "v1"; 0 for what is no version.
    private static int Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan is not [(byte)'v', _, ..])
        {
            reader.Skip();
            return 0;
        }

        return RfcMoment.Number(reader.ValueSpan[1..]) ?? 0;
    }

    private static DateTimeOffset? Moment(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return RfcMoment.Read(reader.ValueSpan);
    }
}
