using System.Text.Json.Serialization;
using Sheaf.Answers;

namespace Sheaf.Commands;

/// <summary>The shapes that commands write under <c>--json</c>. Keys are part of the contract.</summary>
[JsonSerializable(typeof(FailureJson))]
[JsonSerializable(typeof(HarvestJson))]
[JsonSerializable(typeof(BackfillJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(DraftRunJson))]
[JsonSerializable(typeof(EditedDraftJson))]
[JsonSerializable(typeof(AddJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(MonthStatusJson))]
[JsonSerializable(typeof(ShowJson))]
[JsonSerializable(typeof(EntryJson))]
[JsonSerializable(typeof(LedgerJson))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(PublishJson))]
[JsonSerializable(typeof(SiteJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(BackupJson))]
[JsonSerializable(typeof(DemoJson))]
[JsonSerializable(typeof(SuggestJson))]
[JsonSerializable(typeof(BacktestJson))]
[JsonSerializable(typeof(InitJson))]
[JsonSerializable(typeof(SignalsJson))]
[JsonSerializable(typeof(SignalsPlanJson))]
[JsonSerializable(typeof(SetAsideJson))]
[JsonSerializable(typeof(RemoveJson))]
[JsonSerializable(typeof(MoveJson))]
[JsonSerializable(typeof(UndoJson))]
[JsonSerializable(typeof(DeskLinkJson))]
[JsonSerializable(typeof(PasswordJson))]
[JsonSerializable(typeof(HealthJson))]
[JsonSerializable(typeof(LiveJson))]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(ManualJson))]
[JsonSerializable(typeof(ManualPageJson))]
internal sealed partial class CommandJson : JsonSerializerContext;

/// <summary>What a failed command writes under <c>--json</c>.</summary>
internal sealed record FailureJson(Failure Error);

/// <param name="Code">The exit code.</param>
/// <param name="Message">What went wrong and what to do.</param>
/// <param name="File">The file with the mistake; left out where there is none.</param>
/// <param name="Line">The line in it, from 1; left out where there is none.</param>
internal sealed record Failure(
    int Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line);
