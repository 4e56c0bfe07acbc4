#:package IsolationModel.SDK@$(IsolationModelVersion)
#:property IsolationModelAnalysisMode=strict

using IsolationModel;

System.Console.WriteLine(Technologies.GVisor.Name);
