using System.Text.Json.Serialization;

namespace Sheaf.Commands;

/// <summary>The shapes that commands write under <c>--json</c>. Keys are part of the contract.</summary>
[JsonSerializable(typeof(FailureDocument))]
[JsonSerializable(typeof(HarvestDocument))]
[JsonSerializable(typeof(BackfillDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(DraftDocument))]
[JsonSerializable(typeof(AddDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(MonthStatusDocument))]
[JsonSerializable(typeof(ShowDocument))]
[JsonSerializable(typeof(EntryDocument))]
[JsonSerializable(typeof(LedgerDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(BackupDocument))]
[JsonSerializable(typeof(DemoDocument))]
[JsonSerializable(typeof(SuggestDocument))]
[JsonSerializable(typeof(BacktestDocument))]
[JsonSerializable(typeof(SetAsideDocument))]
[JsonSerializable(typeof(RemoveDocument))]
[JsonSerializable(typeof(MoveDocument))]
[JsonSerializable(typeof(UndoDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(LiveDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(SearchDocument))]
public sealed partial class CommandJson : JsonSerializerContext;
