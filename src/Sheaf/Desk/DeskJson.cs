using System.Text.Json.Serialization;
using Sheaf.Answers;

namespace Sheaf.Desk;

/// <summary>The shapes that the desk's API reads and answers with; those it shares with commands are in <c>Answers</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ProblemJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(MonthStatusJson))]
[JsonSerializable(typeof(IReadOnlyList<LedgerJson>))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(ShowJson))]
[JsonSerializable(typeof(SuggestJson))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(DecisionJson))]
[JsonSerializable(typeof(AboveRequest))]
[JsonSerializable(typeof(AboveJson))]
[JsonSerializable(typeof(EditsJson))]
[JsonSerializable(typeof(RepeatedEditJson))]
[JsonSerializable(typeof(StatesJson))]
[JsonSerializable(typeof(ListJson))]
[JsonSerializable(typeof(EntryRequest))]
[JsonSerializable(typeof(EntryChangeJson))]
[JsonSerializable(typeof(EntryProblemJson))]
[JsonSerializable(typeof(PasteRequest))]
[JsonSerializable(typeof(AddJson))]
[JsonSerializable(typeof(FindingsJson))]
[JsonSerializable(typeof(FixedJson))]
[JsonSerializable(typeof(LeftJson))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(PublishJson))]
[JsonSerializable(typeof(RunsRequest))]
[JsonSerializable(typeof(RunJson))]
[JsonSerializable(typeof(RunsJson))]
[JsonSerializable(typeof(RunProblemJson))]
[JsonSerializable(typeof(PlanJson))]
[JsonSerializable(typeof(FilesJson))]
[JsonSerializable(typeof(EditsEventJson))]
[JsonSerializable(typeof(RankingEventJson))]
[JsonSerializable(typeof(GateEventJson))]
internal sealed partial class DeskJson : JsonSerializerContext;
