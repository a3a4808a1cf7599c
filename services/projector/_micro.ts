import { historyOf, streamOf } from '../../test/load/history.ts'
import { beginEmpty, projectBatch, ensureStableSchema } from '@outstanding/read-models'
import { toLogEvent } from './src/to-log-event.ts'
import { connect } from './src/connect.ts'
const c = await connect(process.env.DATABASE_URL!); await ensureStableSchema(c)
const stored = []
for (let round=0; round<5; round++) for (let i=0;i<1000;i++) historyOf(i+5e6).slice(round*4,round*4+4).forEach((e,r)=>stored.push(JSON.parse(JSON.stringify({stream: streamOf(i+5e6), revision:round*4+r, eventId:e.eventId, type:e.type, position:String(stored.length+1), recordedAt:'2026-01-01T00:00:00.000Z', data:e.data, metadata:e.metadata}))))
const events = stored.map(toLogEvent)
let p = await beginEmpty(c)
const t0 = performance.now(), c0 = process.cpuUsage()
for (let i=0;i<events.length;i+=500){ const b = events.slice(i,i+500); const r = await projectBatch(c,p,{events:b, through:b.at(-1)!.position}); if(!r.ok) throw new Error(JSON.stringify(r)); p = r.progress; if (i % 5000 === 4500) console.log(i, Math.round(performance.now()-t0)) }
const u = process.cpuUsage(c0); console.log('500-batches', events.length/(performance.now()-t0)*1000|0, '/s; own cpu us/event', (u.user+u.system)/events.length|0)
// singles
const t1 = performance.now(); let n = 0; const lat=[]
for (let i=0;i<200;i++){ const e = historyOf(6e6+i)[0]!; const ev = toLogEvent(JSON.parse(JSON.stringify({stream: streamOf(6e6+i), revision:0, eventId:e.eventId, type:e.type, position:String(1e6+i), recordedAt:'2026-01-01T00:00:00.000Z', data:e.data, metadata:e.metadata}))); const t=performance.now(); const r = await projectBatch(c,p,{events:[ev], through:ev.position}); if(!r.ok) throw 1; p=r.progress; lat.push(performance.now()-t) }
lat.sort((a,b)=>a-b); console.log('single median', lat[100], 'p99', lat[198])
await c.query(`drop schema ${p.schema} cascade; delete from read_models.projection where schema_name='${p.schema}'`); await c.end()
